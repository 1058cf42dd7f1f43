package nl.uitweg.desk.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One dimension as the page shows it: an image with its table, or a table with a bar beside each
 * number.
 *
 * @param total the total, or a text that says that it is hidden
 * @param folded the categories that the page lists in one row
 * @param hiddenSum sum of the hidden numbers; empty when none is hidden
 * @param picture the chart as an image; {@link Picture#NONE} when the table has a bar beside each
 *     number
 */
record Chart(
    String id,
    String title,
    Group group,
    List<Bar> bars,
    Folded folded,
    String total,
    String hiddenSum,
    Picture picture) {

  static final int MAX_BAR_WIDTH = 300;

  /** The part of the page in which a chart is. */
  enum Group {
    NATURE,
    EVALUATION,
    MORE
  }

  /**
   * The bar of one category.
   *
   * @param number the number, or a text that says that it is hidden
   * @param folded whether the page has the category in the row of {@link Folded} only
   * @param width of {@link #MAX_BAR_WIDTH}
   */
  record Bar(String label, String number, boolean shown, boolean folded, int width) {}

  /**
   * Categories that the page lists in one row: those that are hidden, or those without a report.
   *
   * @param labels of the categories; empty when there is no such row
   * @param number their sum, or a text that says that it is hidden
   */
  record Folded(String labels, String number) {}

  /**
   * A chart as an image.
   *
   * @param sentence what it says, in words
   */
  record Picture(String sentence, Drawing drawing) {

    static final Picture NONE = new Picture("", Drawing.NONE);

    /** Whether the chart has an image; it may be empty because every number is hidden. */
    public boolean exists() {
      return !sentence.isEmpty();
    }
  }

  /** A category with its label; the number is empty when hidden. */
  record Line(String label, OptionalLong number) {

    boolean isHidden() {
      return number.isEmpty();
    }

    boolean isZero() {
      return number.isPresent() && number.getAsLong() == 0;
    }
  }

  /** Whether categories are folded because their numbers are hidden, not because they are zero. */
  public boolean hasHiddenCategories() {
    return bars.stream().anyMatch(bar -> bar.folded() && !bar.shown());
  }

  /** The bars that have a row of their own on the page. */
  public List<Bar> rows() {
    return bars.stream().filter(bar -> !bar.folded()).toList();
  }

  /**
   * @param fold whether the page may list hidden numbers and zeros in one row
   */
  static List<Bar> bars(List<Line> lines, String hiddenText, boolean fold) {
    long largest = lines.stream().mapToLong(line -> line.number().orElse(0)).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (Line line : lines) {
      boolean shown = line.number().isPresent();
      bars.add(
          new Bar(
              line.label(),
              shown ? Long.toString(line.number().getAsLong()) : hiddenText,
              shown,
              fold && (line.isHidden() || line.isZero()),
              (int) (line.number().orElse(0) * MAX_BAR_WIDTH / Math.max(largest, 1))));
    }
    return bars;
  }
}
