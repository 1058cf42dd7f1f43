package nl.uitweg.content;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.file.ContentProblem;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;

/**
 * The standard questions and messages with their words in every language: an officer chooses in
 * Dutch, the reporter reads in their own language. A phrase without words stops start-up.
 */
@Startup
@Singleton
public class PhraseBook {

  private static final String FILE = "content/phrases.yaml";

  private final Map<String, Phrase> phrases = new LinkedHashMap<>();
  private final Map<String, String> html = new HashMap<>();
  private final Bundles bundles;

  PhraseBook(Content content, Bundles bundles, Languages languages) {
    this.bundles = bundles;
    for (Phrase phrase : content.phrases()) {
      if (phrases.put(phrase.id(), phrase) != null) {
        throw ContentProblem.in(FILE, "'" + phrase.id() + "' stands here twice");
      }
    }
    for (Language language : languages.all()) {
      Texts texts = bundles.in(language);
      for (Phrase phrase : content.phrases()) {
        String key = "phrases." + phrase.id();
        require(texts, key);
        phrase.answers().forEach(answer -> require(texts, "phrases.answer." + answer));
        html.put(place(phrase.id(), language), content.line(key, texts.get(key), language));
      }
    }
  }

  private static void require(Texts texts, String key) {
    if (!texts.has(key)) {
      throw ContentProblem.in(FILE, "there is no text " + key + " in " + texts.language().code());
    }
  }

  private static String place(String id, Language language) {
    return language.code() + " " + id;
  }

  /** In the order of the file. */
  public List<Phrase> all() {
    return List.copyOf(phrases.values());
  }

  /** Empty for a key that is no longer, or not yet, in the book. */
  public Optional<Phrase> find(String id) {
    return Optional.ofNullable(phrases.get(id));
  }

  /** One line of HTML, telephone numbers and addresses as links. */
  public String html(Phrase phrase, Language language) {
    return html.getOrDefault(place(phrase.id(), language), "");
  }

  /** The same words without links. */
  public String plain(Phrase phrase, Language language) {
    return html(phrase, language)
        .replaceAll("<[^>]*>", "")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /**
   * @param answer one of the keys of a closed question
   */
  public String answer(String answer, Language language) {
    Texts texts = bundles.in(language);
    String key = "phrases.answer." + answer;
    return texts.has(key) ? texts.get(key) : answer;
  }
}
