package nl.uitweg.desk.statistics.count;

import java.util.Locale;

/** What the database counts; see migration V8. */
enum CountedDimension {
  MONTH,
  FORM,
  STATE,
  READING,
  CLOSING,
  RECIPIENT,
  /**
   * The category is the blind index of a role, a number of people, a language, an outcome, or
   * anything else; the database does not know of what.
   */
  FACET,
  /** The month of purged reports. */
  GONE_MONTH,
  /** The form of exploitation of purged reports. */
  GONE_FORM;

  /**
   * @param name as migration V8 spells it
   * @throws IllegalArgumentException for an unknown name
   */
  static CountedDimension of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
