package nl.uitweg.desk.statistics.count;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.uitweg.report.content.ReportState;

/** The states that figures distinguish; the categories of {@link Dimension#STATE}. */
enum ShownState {
  NEW,
  WORKING,
  REFERRED,
  CLOSED,
  WITHDRAWN;

  /**
   * @throws IllegalArgumentException for spam, which is not counted
   */
  static ShownState of(ReportState state) {
    return switch (state) {
      case NEW -> NEW;
      case IN_PROGRESS, WAITING_FOR_REPORTER, REOPENED -> WORKING;
      case REFERRED -> REFERRED;
      case CLOSED -> CLOSED;
      case WITHDRAWN -> WITHDRAWN;
      case SPAM -> throw new IllegalArgumentException("Spam is not counted");
    };
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Stream.of(values()).map(ShownState::key).toList();
  }
}
