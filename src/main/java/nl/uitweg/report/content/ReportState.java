package nl.uitweg.report.content;

import java.util.Locale;

/** Where a report stands; which change is allowed stands in {@link Transitions}. */
public enum ReportState {
  NEW,
  IN_PROGRESS,
  WAITING_FOR_REPORTER,
  REFERRED,
  CLOSED,
  REOPENED,
  SPAM,
  WITHDRAWN;

  /** Put away: the inbox shows it last, and no officer is waited for. */
  public boolean isClosed() {
    return this == CLOSED || this == SPAM || this == WITHDRAWN;
  }

  /** As in addresses, texts and the database: {@code in-progress}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for a word that is no state
   */
  public static ReportState of(String key) {
    for (ReportState state : values()) {
      if (state.key().equals(key)) {
        return state;
      }
    }
    throw new IllegalArgumentException("No state of this name");
  }
}
