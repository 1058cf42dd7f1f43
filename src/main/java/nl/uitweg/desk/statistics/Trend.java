package nl.uitweg.desk.statistics;

import java.util.List;
import java.util.OptionalLong;

/**
 * The reports of each month in three years, side by side.
 *
 * @param title names the years
 * @param sentence what the chart says, in words
 * @param years the latest first
 * @param rows the months that have begun in at least one of the years
 * @param totals of each year, as text
 * @param anyHidden whether a number is hidden
 */
record Trend(
    String title,
    String sentence,
    List<String> years,
    List<Row> rows,
    List<String> totals,
    boolean anyHidden,
    Drawing drawing) {

  Trend {
    years = List.copyOf(years);
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }

  /**
   * One month.
   *
   * @param initial its name in three letters
   * @param cells of each year
   */
  record Row(String month, String initial, List<Cell> cells) {}

  /**
   * The number of one month in one year.
   *
   * @param text empty when there is no figure: the month has not begun, or is too long ago
   * @param number empty when it is hidden, or when there is none
   */
  record Cell(String text, OptionalLong number) {

    static final Cell NONE = new Cell("", OptionalLong.empty());

    boolean isHidden() {
      return number.isEmpty() && !text.isEmpty();
    }
  }
}
