package nl.uitweg.desk.statistics;

import java.util.List;
import java.util.Locale;

/**
 * A chart as rectangles and texts: an SVG image on the page, positioned boxes in the PDF. It is
 * made from numbers that the reader may see, so nothing in it depends on a hidden number.
 *
 * @param width in units of the image; one is a CSS pixel in the PDF
 */
record Drawing(int width, int height, List<Box> boxes, List<Label> labels) {

  static final Drawing NONE = new Drawing(0, 0, List.of(), List.of());

  /** Height of a line of text. */
  static final int LINE = 14;

  Drawing {
    boxes = List.copyOf(boxes);
    labels = List.copyOf(labels);
  }

  /** How a rectangle is filled; the styles differ without colour too. */
  enum Style {
    SOLID,
    STRIPED,
    OUTLINED,
    /** The mark in the place of a hidden number. */
    HIDDEN,
    AXIS
  }

  /** How a text is placed in its width. */
  enum Align {
    START,
    MIDDLE,
    END
  }

  /** A rectangle, from its upper left corner. */
  record Box(int x, int y, int width, int height, Style style) {

    public String css() {
      return style.name().toLowerCase(Locale.ROOT);
    }

    public boolean isStriped() {
      return style == Style.STRIPED;
    }
  }

  /**
   * A text on one line.
   *
   * @param x left side of the space for it
   * @param y upper side of the line
   */
  record Label(int x, int y, int width, Align align, boolean heading, String text) {

    private static final int BASELINE = 11;

    static Label of(int x, int y, String text) {
      return new Label(x, y, 0, Align.START, false, text);
    }

    /** Horizontal position of the anchor of the text in SVG. */
    public int anchor() {
      return switch (align) {
        case START -> x;
        case MIDDLE -> x + width / 2;
        case END -> x + width;
      };
    }

    /** Vertical position of the text in SVG. */
    public int baseline() {
      return y + BASELINE;
    }

    public String css() {
      return align.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether there is anything to show. */
  public boolean exists() {
    return !boxes.isEmpty() || !labels.isEmpty();
  }
}
