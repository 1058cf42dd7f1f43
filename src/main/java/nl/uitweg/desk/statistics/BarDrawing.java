package nl.uitweg.desk.statistics;

import java.util.ArrayList;
import java.util.List;
import nl.uitweg.desk.statistics.Drawing.Box;
import nl.uitweg.desk.statistics.Drawing.Label;
import nl.uitweg.desk.statistics.Drawing.Style;

/**
 * Draws categories as horizontal bars, with the category above each bar and the number behind it. A
 * bar is as long as its number in proportion to the largest number that is shown.
 */
final class BarDrawing {

  static final int WIDTH = 350;

  private static final int BAR = 9;
  private static final int ROW = Drawing.LINE + BAR + 7;

  private final List<Box> boxes = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private int y;

  private BarDrawing() {}

  /**
   * Categories under one heading.
   *
   * @param heading empty when there is none
   */
  record Section(String heading, List<Chart.Bar> bars) {}

  /** Folded categories are left out, and sections that have no others. */
  static Drawing of(List<Section> sections) {
    BarDrawing drawing = new BarDrawing();
    for (Section section : sections) {
      List<Chart.Bar> bars = section.bars().stream().filter(bar -> !bar.folded()).toList();
      if (!bars.isEmpty() && !section.heading().isEmpty()) {
        drawing.addHeading(section.heading());
      }
      bars.forEach(drawing::addBar);
    }
    return drawing.boxes.isEmpty()
        ? Drawing.NONE
        : new Drawing(WIDTH, drawing.y, drawing.boxes, drawing.labels);
  }

  private void addHeading(String heading) {
    labels.add(new Label(0, y, 0, Drawing.Align.START, true, heading));
    y += Drawing.LINE + 2;
  }

  private void addBar(Chart.Bar bar) {
    int top = y + Drawing.LINE;
    labels.add(Label.of(0, y, bar.label()));
    if (bar.shown()) {
      boxes.add(new Box(0, top, Math.max(1, bar.width()), BAR, Style.SOLID));
    }
    labels.add(Label.of(bar.shown() ? bar.width() + 6 : 0, top - 3, bar.number()));
    y += ROW;
  }
}
