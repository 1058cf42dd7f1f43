package nl.uitweg.desk.danger;

import java.util.Locale;

/** What a word of danger is about. */
public enum DangerCategory {
  WEAPON,
  KILL,
  VIOLENCE,
  SEXUAL,
  CAPTIVE,
  CHILD,
  SUICIDE,
  NOW,
  MEDICAL;

  /** The name in {@code content/danger}, and part of the key of its text. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The category with this key.
   *
   * @throws IllegalArgumentException when there is none
   */
  static DangerCategory of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
