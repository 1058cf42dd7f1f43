package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.sealed.TranslationPlaintext;

/**
 * Decrypts and stores officers' translations into Dutch of what the reporter wrote. They are sealed
 * like {@link Notes}, with the same key. Works only on the tier that holds the private keysets.
 * Callers must have started a transaction.
 */
@ApplicationScoped
public class Translations {

  private final NotesKeys keys;
  private final TranslationStore store;
  private final Clock clock;

  Translations(NotesKeys keys, TranslationStore store, Clock clock) {
    this.keys = keys;
    this.store = store;
    this.clock = clock;
  }

  /**
   * A decrypted translation.
   *
   * @param translator the officer who translated the text first
   * @param reviser the officer who changed the translation last; empty when nobody did
   * @param at when it was last written
   * @param readable false when it cannot be decrypted; then the texts are empty and the time is
   *     {@link Instant#EPOCH}
   */
  public record Translation(
      String translator, String reviser, Instant at, String text, boolean readable) {

    public static final Translation UNREADABLE = new Translation("", "", Instant.EPOCH, "", false);

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Translation";
    }
  }

  /**
   * The translations of a report, by {@link TranslatedPart#key}. One that was altered is marked as
   * unreadable.
   *
   * @throws UnsealException when there are translations and the notes key cannot be unwrapped
   * @throws ReplacedContentException when the notes key is not the one that the desk created
   */
  public Map<String, Translation> of(Report report, List<String> municipalities)
      throws UnsealException {
    Map<String, byte[]> stored = store.of(report.id);
    if (stored.isEmpty()) {
      return Map.of(); // there may be no notes key
    }
    ContentKey key = keys.open(report, municipalities);
    Map<String, Translation> translations = new LinkedHashMap<>();
    stored.forEach((part, bytes) -> translations.put(part, open(report, part, bytes, key)));
    return translations;
  }

  private static Translation open(Report report, String part, byte[] sealed, ContentKey key) {
    try {
      TranslationPlaintext content =
          ReportFormat.read(
              key.open(report.origin().translation(part), sealed), TranslationPlaintext.class);
      return new Translation(
          content.translator(), content.reviser(), content.at(), content.text(), true);
    } catch (UnsealException | IllegalStateException e) {
      return Translation.UNREADABLE;
    }
  }

  /**
   * Seals and stores a translation in place of the earlier one. The caller must have locked the
   * report.
   *
   * @throws UnsealException when the content key or the notes key was altered or replaced, or when
   *     the reporter has deleted the message; then nothing is stored
   */
  public void save(
      Report report, List<String> municipalities, TranslatedPart part, String author, String text)
      throws UnsealException {
    ContentKey key = keys.openOrCreate(report, municipalities, author);
    Optional<Translation> earlier =
        Optional.ofNullable(store.of(report.id).get(part.key()))
            .map(bytes -> open(report, part.key(), bytes, key))
            .filter(Translation::readable);
    String translator = earlier.map(Translation::translator).orElse(author);
    TranslationPlaintext content =
        new TranslationPlaintext(
            translator, earlier.isPresent() ? author : "", clock.instant(), text);
    byte[] sealed = key.seal(report.origin().translation(part.key()), ReportFormat.write(content));
    if (!store.replace(report.id, part, sealed)) {
      throw new UnsealException("the message no longer exists");
    }
  }
}
