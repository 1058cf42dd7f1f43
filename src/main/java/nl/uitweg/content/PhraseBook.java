package nl.uitweg.content;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;

/**
 * The standard questions and messages with their texts in every language. An officer chooses a
 * phrase in Dutch, and the reporter reads it in their own language. A phrase that has no text in
 * one of the languages stops start-up.
 */
@Startup
@Singleton
public class PhraseBook {

  private static final String FILE = "content/phrases.yaml";

  private final Map<String, Phrase> phrases = new LinkedHashMap<>();
  private final Map<String, RenderedMarkdown> html = new HashMap<>();
  private final Bundles bundles;

  PhraseBook(Content content, Bundles bundles, Languages languages) {
    this.bundles = bundles;
    for (Phrase phrase : content.phrases()) {
      if (phrases.put(phrase.id(), phrase) != null) {
        throw InvalidContentException.in(FILE, "'" + phrase.id() + "' is listed twice");
      }
    }
    for (Language language : languages.all()) {
      Texts texts = bundles.in(language);
      for (Phrase phrase : content.phrases()) {
        String key = "phrases." + phrase.id();
        requireText(texts, phrase.id());
        phrase.answers().forEach(answer -> requireText(texts, "answer." + answer));
        html.put(htmlKey(phrase.id(), language), content.renderLine(key, texts.get(key), language));
      }
    }
  }

  /**
   * @param key key in the bundle {@code i18n/phrases}
   */
  private static void requireText(Texts texts, String key) {
    if (!texts.has("phrases." + key)) {
      throw InvalidContentException.in(
          FILE,
          "the text "
              + key
              + " is missing; add it to i18n/phrases/"
              + texts.language().code()
              + ".properties");
    }
  }

  private static String htmlKey(String id, Language language) {
    return language.code() + " " + id;
  }

  /** All phrases, in the order of the file. */
  public List<Phrase> all() {
    return List.copyOf(phrases.values());
  }

  /** The phrase with this id; empty when this release does not have it. */
  public Optional<Phrase> find(String id) {
    return Optional.ofNullable(phrases.get(id));
  }

  /** The text as inline HTML; marks are rendered as in guidance. */
  public RenderedMarkdown html(Phrase phrase, Language language) {
    return html.getOrDefault(htmlKey(phrase.id(), language), RenderedMarkdown.EMPTY);
  }

  /** The text without markup. */
  public String plain(Phrase phrase, Language language) {
    return html(phrase, language)
        .html()
        .replaceAll("<[^>]*>", "")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /**
   * The text of an answer; the key itself when there is no text.
   *
   * @param answer key of an answer of a closed question
   */
  public String answer(String answer, Language language) {
    Texts texts = bundles.in(language);
    String key = "phrases.answer." + answer;
    return texts.has(key) ? texts.get(key) : answer;
  }
}
