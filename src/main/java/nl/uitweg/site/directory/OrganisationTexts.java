package nl.uitweg.site.directory;

import java.util.Optional;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Texts;

/**
 * The texts about an organisation, from the bundle {@code organisations}. All municipalities share
 * one set of texts, with the name of the municipality as {@code {0}}.
 */
public final class OrganisationTexts {

  private OrganisationTexts() {}

  /** What the organisation does. */
  public static String description(Organisation organisation, Texts texts) {
    return texts.get(key(organisation, "what"));
  }

  /** For whom it is. */
  public static Optional<String> audience(Organisation organisation, Texts texts) {
    String key = key(organisation, "for");
    return isMunicipality(organisation)
        ? Optional.of(texts.get(key, organisation.region()))
        : find(texts, key);
  }

  /** The hours in words. */
  static Optional<String> hours(Organisation organisation, Texts texts) {
    return find(texts, key(organisation, "hours"));
  }

  /** A limit that the reader must know; of a municipality, that it has no telephone number. */
  public static Optional<String> note(Organisation organisation, Texts texts) {
    return isMunicipality(organisation) && organisation.phone().isPresent()
        ? Optional.empty()
        : find(texts, key(organisation, "note"));
  }

  private static Optional<String> find(Texts texts, String key) {
    return texts.has(key) ? Optional.of(texts.get(key)) : Optional.empty();
  }

  private static String key(Organisation organisation, String part) {
    String name = isMunicipality(organisation) ? "municipality" : organisation.id();
    return "organisations." + name + "." + part;
  }

  private static boolean isMunicipality(Organisation organisation) {
    return organisation.kind() == Organisation.Kind.MUNICIPALITY;
  }
}
