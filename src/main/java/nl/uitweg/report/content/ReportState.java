package nl.uitweg.report.content;

import java.util.Locale;

/** The state of a report; {@link Transitions} defines the allowed changes. */
public enum ReportState {
  NEW,
  IN_PROGRESS,
  WAITING_FOR_REPORTER,
  REFERRED,
  CLOSED,
  REOPENED,
  SPAM,
  WITHDRAWN;

  /** Whether the report needs no more handling; the inbox shows such reports last. */
  public boolean isClosed() {
    return this == CLOSED || this == SPAM || this == WITHDRAWN;
  }

  /** Key in addresses and in the keys of texts, for example {@code in-progress}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The state with this key.
   *
   * @throws IllegalArgumentException for an unknown key
   */
  public static ReportState of(String key) {
    for (ReportState state : values()) {
      if (state.key().equals(key)) {
        return state;
      }
    }
    throw new IllegalArgumentException("Unknown report state");
  }
}
