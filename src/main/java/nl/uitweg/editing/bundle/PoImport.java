package nl.uitweg.editing.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.content.PageText;
import nl.uitweg.content.file.Fingerprint;
import nl.uitweg.content.file.InvalidContentException;
import nl.uitweg.platform.i18n.BundleFolder;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;

/**
 * Takes what a translator sends back. A text made from an older Dutch one is refused, with the
 * reason, and the others are taken; a text that is fuzzy or empty stays as it was.
 */
final class PoImport {

  private final SourceTexts texts;
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private PoImport(SourceTexts texts) {
    this.texts = texts;
  }

  /**
   * @param taken places of the texts that were written
   * @param refused a sentence for each text that was not
   */
  record Result(List<String> taken, List<String> refused) {}

  /**
   * @throws IllegalStateException when the file is not a PO file
   */
  static Result read(SourceTexts texts, String po) throws IOException {
    PoImport run = new PoImport(texts);
    try {
      Catalog catalog = new PoParser().parseCatalog(new StringReader(po), false);
      catalog.forEach(run::keep);
    } catch (RuntimeException e) {
      throw new IllegalStateException("This is not a PO file: " + e.getMessage(), e);
    }
    for (BundleFolder bundle : texts.bundles()) {
      run.bundle(bundle);
    }
    for (String slug : texts.slugs()) {
      run.page(slug);
    }
    run.messages
        .keySet()
        .forEach(
            place -> run.refused.add(place + ": there is no such text (any more); it is left out"));
    return new Result(run.taken, run.refused);
  }

  private void keep(Message message) {
    if (!message.isHeader() && !message.isObsolete()) {
      messages.put(Optional.ofNullable(message.getMsgctxt()).orElse("?"), message);
    }
  }

  private void bundle(BundleFolder bundle) throws IOException {
    BundleLines lines = BundleLines.read(texts.file(bundle));
    List<String> order = new ArrayList<>();
    for (SourceText text : texts.of(bundle)) {
      String key = text.context().substring(text.context().indexOf(':') + 1);
      Optional<String> translation = translation(text);
      if (translation.filter(t -> t.indexOf('\n') >= 0).isPresent()) {
        refused.add(text.context() + ": must be one line");
      } else if (translation.isPresent() && isNew(text, translation.get())) {
        lines.set(key, translation.get(), Fingerprint.of(text.dutch()), order);
        taken.add(text.context());
      }
      order.add(key);
    }
    lines.write(texts.file(bundle));
  }

  private void page(String slug) throws IOException {
    Map<String, String> good = new LinkedHashMap<>();
    List<String> changed = new ArrayList<>();
    for (SourceText text : texts.of(slug)) {
      Optional<String> translation = translation(text);
      translation.ifPresent(t -> good.put(name(text), t));
      if (translation.isPresent() && isNew(text, translation.get())) {
        changed.add(text.context());
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    PageText dutch = texts.dutch(slug);
    Optional<PageText> own = texts.own(slug).filter(page -> page.hasSamePiecesAs(dutch));
    boolean whole = good.keySet().containsAll(dutch.pieces().keySet());
    if (own.isEmpty() && !whole) {
      refused.add(
          "content/%s: %d of %d pieces can be used; the page is taken when it is whole"
              .formatted(slug, good.size(), dutch.pieces().size()));
      return;
    }
    Map<String, String> wanted = own.map(PageText::texts).orElseGet(dutch::texts);
    wanted.putAll(good);
    String page =
        own.orElse(dutch).with(good, whole ? Optional.of(dutch.fingerprint()) : Optional.empty());
    if (isBroken(slug, page, wanted)) {
      refused.add(
          "content/"
              + slug
              + ": a piece does not stay one piece; is there an empty line or a - > #");
      return;
    }
    write(texts.file(slug), page);
    taken.addAll(changed);
  }

  /** Whether the file, read again, says something else than the translator wrote. */
  private static boolean isBroken(String slug, String page, Map<String, String> wanted) {
    try {
      return !PageText.parse("content/" + slug, page).texts().equals(wanted);
    } catch (InvalidContentException e) {
      return true;
    }
  }

  /** The translation when it may be used. */
  private Optional<String> translation(SourceText text) {
    Message message = messages.remove(text.context());
    if (message == null || message.isFuzzy() || message.getMsgstr().isBlank()) {
      return Optional.empty();
    }
    if (!message.getMsgid().equals(text.dutch())) {
      refused.add(
          text.context()
              + ": was translated from an older Dutch text: “"
              + message.getMsgid()
              + "”. It now says: “"
              + text.dutch()
              + "”. Export again and translate that");
      return Optional.empty();
    }
    return Optional.of(message.getMsgstr().strip());
  }

  private static boolean isNew(SourceText text, String translation) {
    return text.stale() || !text.translation().equals(Optional.of(translation));
  }

  private static String name(SourceText text) {
    return text.context().substring(text.context().indexOf(':') + 1);
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
