package nl.uitweg.desk.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One dimension as the page shows it: bars with their words and numbers beside them, in units of a
 * drawing {@link #WIDTH} wide, and the same as a table.
 *
 * @param description what a screen reader says instead of the bars
 * @param total words for the total
 * @param hidden words for what is hidden together; empty when nothing is
 */
record Chart(
    String id,
    String title,
    String description,
    List<Bar> bars,
    int height,
    String total,
    String hidden) {

  static final int WIDTH = 360;
  private static final int LONGEST = 300;
  private static final int LINE = 40;
  private static final int TEXT = 14;
  private static final int BAR = 20;
  private static final int GAP = 6;

  /**
   * One category.
   *
   * @param number as shown; a word when hidden
   * @param textY where its words stand; {@code barY} where its bar begins
   */
  record Bar(
      String label, String number, boolean shown, int textY, int barY, int width, int numberX) {

    public int numberY() {
      return barY + TEXT - 1;
    }
  }

  /** A category with its words. */
  record Line(String label, OptionalLong number) {}

  static List<Bar> bars(List<Line> lines, String hiddenWord) {
    long most =
        lines.stream().mapToLong(line -> line.number().orElse(0)).max().stream()
            .map(number -> Math.max(number, 1))
            .findFirst()
            .orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (Line line : lines) {
      int top = bars.size() * LINE;
      boolean shown = line.number().isPresent();
      int width = (int) (line.number().orElse(0) * LONGEST / most);
      bars.add(
          new Bar(
              line.label(),
              shown ? Long.toString(line.number().getAsLong()) : hiddenWord,
              shown,
              top + TEXT,
              top + BAR,
              width,
              shown ? width + GAP : 0));
    }
    return bars;
  }

  static int height(List<Bar> bars) {
    return bars.size() * LINE;
  }
}
