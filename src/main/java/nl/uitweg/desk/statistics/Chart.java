package nl.uitweg.desk.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One dimension as the page shows it: a bar chart with labels and numbers, and the same as a table.
 * Coordinates are in units of an SVG view box that is {@link #WIDTH} wide.
 *
 * @param description text that a screen reader reads instead of the bars
 * @param total the total, or a text that says that it is hidden
 * @param hiddenSum sum of the hidden numbers; empty when none is hidden
 */
record Chart(
    String id,
    String title,
    String description,
    List<Bar> bars,
    int height,
    String total,
    String hiddenSum) {

  static final int WIDTH = 360;
  private static final int MAX_BAR_WIDTH = 300;
  private static final int LINE_HEIGHT = 40;
  private static final int TEXT_BASELINE = 14;
  private static final int BAR_OFFSET = 20;
  private static final int NUMBER_GAP = 6;

  /**
   * The bar of one category.
   *
   * @param number the number, or a text that says that it is hidden
   * @param textY baseline of the label
   * @param barY top of the bar
   * @param numberX left side of the number
   */
  record Bar(
      String label, String number, boolean shown, int textY, int barY, int width, int numberX) {

    public int numberY() {
      return barY + TEXT_BASELINE - 1;
    }
  }

  /** A category with its label; the number is empty when hidden. */
  record Line(String label, OptionalLong number) {}

  static List<Bar> bars(List<Line> lines, String hiddenText) {
    long largest =
        lines.stream().mapToLong(line -> line.number().orElse(0)).max().stream()
            .map(number -> Math.max(number, 1))
            .findFirst()
            .orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (Line line : lines) {
      int lineTop = bars.size() * LINE_HEIGHT;
      boolean shown = line.number().isPresent();
      int width = (int) (line.number().orElse(0) * MAX_BAR_WIDTH / largest);
      bars.add(
          new Bar(
              line.label(),
              shown ? Long.toString(line.number().getAsLong()) : hiddenText,
              shown,
              lineTop + TEXT_BASELINE,
              lineTop + BAR_OFFSET,
              width,
              shown ? width + NUMBER_GAP : 0));
    }
    return bars;
  }

  static int height(List<Bar> bars) {
    return bars.size() * LINE_HEIGHT;
  }
}
