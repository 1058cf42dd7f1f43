package nl.uitweg.desk.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import nl.uitweg.desk.statistics.Drawing.Align;
import nl.uitweg.desk.statistics.Drawing.Box;
import nl.uitweg.desk.statistics.Drawing.Label;
import nl.uitweg.desk.statistics.Drawing.Style;

/**
 * Draws the months of the years as vertical bars, three beside each other: the latest year solid,
 * the year before striped, the year before that outlined. In the place of a hidden number is a mark
 * that always has the same size.
 */
final class TrendDrawing {

  private static final List<Style> STYLES = List.of(Style.OUTLINED, Style.STRIPED, Style.SOLID);

  private static final int LEFT = 26;
  private static final int TOP = 24;
  private static final int HEIGHT = 130;
  private static final int BASE = TOP + HEIGHT;
  private static final int BAR = 7;
  private static final int MONTH = 3 * BAR + 6;
  static final int MARK = 5;

  private final List<Box> boxes = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<String> years;
  private final List<Trend.Row> rows;
  private final long scale;

  private TrendDrawing(List<String> years, List<Trend.Row> rows) {
    this.years = years;
    this.rows = rows;
    this.scale = scale(numbers(rows).max().orElse(0));
  }

  /**
   * @param years the latest first
   * @param rows the months, from January
   * @param hidden text in the legend for a hidden number
   */
  static Drawing of(List<String> years, List<Trend.Row> rows, String hidden) {
    TrendDrawing drawing = new TrendDrawing(years, rows);
    drawing.addAxis();
    drawing.addLegend(hidden);
    for (int month = 0; month < rows.size(); month++) {
      drawing.addMonth(month);
    }
    return new Drawing(LEFT + 12 * MONTH, BASE + Drawing.LINE + 2, drawing.boxes, drawing.labels);
  }

  private static LongStream numbers(List<Trend.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMapToLong(cell -> cell.number().stream());
  }

  /** The smallest of 2, 4, 6, 8, 10, 20, 40 and so on that is not less than the number. */
  private static long scale(long number) {
    long power = 1;
    while (true) {
      for (long step : new long[] {2, 4, 6, 8, 10}) {
        if (step * power >= number) {
          return step * power;
        }
      }
      power *= 10;
    }
  }

  private int heightOf(long number) {
    int height = (int) Math.round((double) number * HEIGHT / scale);
    return number == 0 ? 0 : Math.max(1, height);
  }

  private void addAxis() {
    for (long number : new long[] {0, scale / 2, scale}) {
      int y = BASE - heightOf(number);
      boxes.add(new Box(LEFT, y, 12 * MONTH, 1, Style.AXIS));
      labels.add(
          new Label(0, y - Drawing.LINE / 2, LEFT - 5, Align.END, false, Long.toString(number)));
    }
  }

  /** The oldest year first, as the bars are. */
  private void addLegend(String hidden) {
    int x = LEFT;
    for (int i = 0; i < years.size(); i++) {
      boxes.add(new Box(x, 2, 10, 10, style(i)));
      labels.add(Label.of(x + 14, 0, years.get(years.size() - 1 - i)));
      x += 60;
    }
    if (rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Trend.Cell::isHidden)) {
      boxes.add(new Box(x, 5, MARK, MARK, Style.HIDDEN));
      labels.add(Label.of(x + MARK + 4, 0, hidden));
    }
  }

  /** The style of a year, counted from the oldest; the latest is always solid. */
  private Style style(int fromOldest) {
    return STYLES.get(STYLES.size() - years.size() + fromOldest);
  }

  private void addMonth(int month) {
    Trend.Row row = rows.get(month);
    int left = LEFT + month * MONTH;
    labels.add(new Label(left, BASE + 2, MONTH, Align.MIDDLE, false, row.initial()));
    for (int i = 0; i < years.size(); i++) {
      Trend.Cell cell = row.cells().get(years.size() - 1 - i);
      int x = left + 3 + i * BAR;
      Style style = style(i);
      if (cell.isHidden()) {
        boxes.add(new Box(x + 1, BASE - MARK - 2, MARK, MARK, Style.HIDDEN));
      }
      cell.number()
          .ifPresent(
              number -> {
                int height = heightOf(number);
                boxes.add(new Box(x, BASE - height, BAR - 1, height, style));
              });
    }
  }
}
