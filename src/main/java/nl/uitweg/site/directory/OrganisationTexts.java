package nl.uitweg.site.directory;

import com.ibm.icu.text.BreakIterator;
import java.util.Optional;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Language;
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

  /**
   * What the organisation does, in two parts.
   *
   * @param rest what follows the first sentence; may be empty
   */
  record Description(String first, String rest) {}

  /** The description after its first sentence; in an emergency all of it counts. */
  static Description splitDescription(Organisation organisation, Texts texts) {
    String text = description(organisation, texts);
    if (organisation.kind() == Organisation.Kind.EMERGENCY) {
      return new Description(text, "");
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(texts.language().locale());
    sentences.setText(text);
    int end = sentences.following(0);
    return new Description(text.substring(0, end).strip(), text.substring(end).strip());
  }

  /** What a call costs; empty when that is not known. */
  static Optional<String> cost(Phone phone, Texts texts) {
    return phone.cost().equals("unknown")
        ? Optional.empty()
        : Optional.of(texts.get("directory.cost." + phone.cost()));
  }

  /** The names of the languages that it speaks, each in that language. */
  static Optional<String> languages(Organisation organisation, Texts texts) {
    return organisation.languages().isEmpty()
        ? Optional.empty()
        : Optional.of(
            texts.get("directory.languages")
                + ": "
                + String.join(
                    ", ",
                    organisation.languages().stream()
                        .map(code -> new Language(code).endonym())
                        .toList()));
  }

  /** For whom it is. */
  public static Optional<String> audience(Organisation organisation, Texts texts) {
    String key = key(organisation, "for");
    return isMunicipality(organisation)
        ? Optional.of(texts.get(key, organisation.region()))
        : find(texts, key);
  }

  /** More about the hours, in words. */
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
