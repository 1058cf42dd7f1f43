package nl.uitweg.desk.statistics;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.uitweg.desk.statistics.count.Dimension;
import nl.uitweg.platform.i18n.Texts;

/** Says in one sentence what a chart shows. Only numbers that the reader may see are in it. */
final class ChartSentences {

  private ChartSentences() {}

  /**
   * @param lines the categories with their labels, in the order of the dimension
   * @param total total of all categories; empty when it is hidden
   */
  static String of(Dimension dimension, List<Chart.Line> lines, OptionalLong total, Texts texts) {
    if (total.isPresent() && total.getAsLong() == 0) {
      return texts.get("figures.sentence-none");
    }
    OptionalLong soon = readSoon(dimension, lines);
    return soon.isPresent() && total.isPresent()
        ? texts.get("figures.sentence-" + dimension.key(), soon.getAsLong(), total.getAsLong())
        : mostFrequent(lines, total, texts);
  }

  /** How many reports were read on the first working day, or on the first two days. */
  private static OptionalLong readSoon(Dimension dimension, List<Chart.Line> lines) {
    int categories = dimension == Dimension.TERM ? 1 : dimension == Dimension.READING ? 2 : 0;
    List<Chart.Line> soon = lines.subList(0, Math.min(categories, lines.size()));
    return soon.isEmpty() || soon.stream().anyMatch(Chart.Line::isHidden)
        ? OptionalLong.empty()
        : OptionalLong.of(soon.stream().mapToLong(line -> line.number().orElse(0)).sum());
  }

  private static String mostFrequent(List<Chart.Line> lines, OptionalLong total, Texts texts) {
    long most = lines.stream().mapToLong(line -> line.number().orElse(0)).max().orElse(0);
    if (most == 0) {
      return texts.get("figures.sentence-hidden");
    }
    List<String> labels =
        lines.stream()
            .filter(line -> line.number().orElse(0) == most)
            .map(Chart.Line::label)
            .toList();
    String names = labels.stream().collect(Collectors.joining(", "));
    boolean complete = total.isPresent() && lines.stream().noneMatch(Chart.Line::isHidden);
    String key = complete ? "figures.sentence-most" : "figures.sentence-most-shown";
    return texts.get(labels.size() > 1 ? key + "-each" : key, names, most, total.orElse(0));
  }
}
