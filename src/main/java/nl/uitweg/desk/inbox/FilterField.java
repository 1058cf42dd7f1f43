package nl.uitweg.desk.inbox;

import java.util.Locale;

/** A field of the filter form of the inbox. */
enum FilterField {
  STATE,
  FORM,
  MUNICIPALITY,
  URGENCY,
  FROM,
  UNTIL,
  ASSIGNED,
  LABEL,
  CONSENT;

  /** Name of the field in addresses and in the keys of texts. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
