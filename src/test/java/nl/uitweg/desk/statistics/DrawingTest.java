package nl.uitweg.desk.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import nl.uitweg.desk.statistics.Drawing.Box;
import nl.uitweg.desk.statistics.Drawing.Style;
import org.junit.jupiter.api.Test;

/** What is drawn follows from the numbers that are shown, and from nothing else. */
class DrawingTest {

  private static final Trend.Cell HIDDEN = new Trend.Cell("hidden", OptionalLong.empty());

  @Test
  void drawsBarsInProportionToLargestShownNumber() {
    Drawing drawing = bars(number("a", 40), number("b", 10), number("c", 1));
    assertThat(drawing.boxes()).extracting(Box::width).containsExactly(300, 75, 7);
    assertThat(drawing.labels())
        .extracting(Drawing.Label::text)
        .containsExactly("a", "40", "b", "10", "c", "1");
  }

  @Test
  void drawsNothingForHiddenNumberAndForZero() {
    Drawing drawing = bars(number("a", 40), hidden("b"), number("c", 0), hidden("d"));
    assertThat(drawing).isEqualTo(bars(number("a", 40)));
    assertThat(bars(hidden("a"), hidden("b")).exists()).isFalse();
  }

  @Test
  void drawsEveryHiddenMonthAlike() {
    Drawing drawing =
        trend(List.of(shown(4), HIDDEN), List.of(HIDDEN, shown(9)), List.of(HIDDEN, HIDDEN));
    List<Box> marks = boxes(drawing, Style.HIDDEN);
    assertThat(marks).hasSize(5).allMatch(mark -> mark.width() == 5 && mark.height() == 5);
    assertThat(marks.stream().skip(1).map(Box::y).distinct()).hasSize(1);
    assertThat(boxes(drawing, Style.SOLID)).hasSize(2).extracting(Box::height).endsWith(52);
    assertThat(boxes(drawing, Style.STRIPED)).hasSize(2).extracting(Box::height).endsWith(117);
  }

  @Test
  void tellsZeroFromHiddenAndFromMonthThatHasNotBegun() {
    Drawing drawing = trend(List.of(shown(0), shown(5)), List.of(Trend.Cell.NONE, shown(7)));
    assertThat(boxes(drawing, Style.HIDDEN)).isEmpty();
    assertThat(boxes(drawing, Style.SOLID)).as("legend and zero").hasSize(2);
    assertThat(boxes(drawing, Style.SOLID).get(1).height()).isZero();
    assertThat(boxes(drawing, Style.STRIPED)).hasSize(3);
  }

  @Test
  void scaleDependsOnShownNumbersOnly() {
    Drawing few = trend(List.of(shown(6), HIDDEN));
    assertThat(few.labels()).extracting(Drawing.Label::text).contains("0", "3", "6");
    assertThat(trend(List.of(HIDDEN, HIDDEN)).labels())
        .extracting(Drawing.Label::text)
        .contains("0", "1", "2");
    assertThat(trend(List.of(shown(101), shown(3))).labels())
        .extracting(Drawing.Label::text)
        .contains("0", "100", "200");
  }

  private static Drawing bars(Chart.Line... lines) {
    return BarDrawing.of(
        List.of(
            new BarDrawing.Section("", Chart.bars(List.of(lines), "hidden", true)),
            new BarDrawing.Section("not shown, because it is empty", List.of())));
  }

  private static Chart.Line number(String label, long number) {
    return new Chart.Line(label, OptionalLong.of(number));
  }

  private static Chart.Line hidden(String label) {
    return new Chart.Line(label, OptionalLong.empty());
  }

  private static Trend.Cell shown(long number) {
    return new Trend.Cell(Long.toString(number), OptionalLong.of(number));
  }

  /** Months of two years, the latest year first. */
  @SafeVarargs
  private static Drawing trend(List<Trend.Cell>... months) {
    List<Trend.Row> rows = new ArrayList<>();
    IntStream.range(0, months.length)
        .forEach(month -> rows.add(new Trend.Row("month " + month, "m" + month, months[month])));
    return TrendDrawing.of(List.of("2026", "2025"), rows, "hidden");
  }

  private static List<Box> boxes(Drawing drawing, Style style) {
    return drawing.boxes().stream().filter(box -> box.style() == style).toList();
  }
}
