package nl.uitweg.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the reports of a dossier have in common. */
public enum DossierKind {
  HOUSE,
  PERSON,
  PLATE,
  PHONE,
  PROFILE,
  OTHER;

  /** The key in forms and in the keys of texts, for example {@code house}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this key; empty when there is none. */
  public static Optional<DossierKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
