package nl.uitweg.editing.po;

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
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.BundleFolder;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoParser;

/**
 * Imports the PO file that a translator returns. Rejects, with the reason, a text that was
 * translated from an older Dutch text, a bundle text of several lines, a page that would have other
 * pieces than the Dutch page, and an incomplete page that has no current translation to complete
 * it. Fuzzy and empty texts are ignored. {@link PoExport} is the counterpart.
 */
final class PoImport {

  private final SourceTexts texts;
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final List<String> imported = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  private PoImport(SourceTexts texts) {
    this.texts = texts;
  }

  /**
   * Result of an import.
   *
   * @param imported contexts of the texts that were written
   * @param rejected a sentence for each rejected text or page and for each context that does not
   *     exist
   */
  record Result(List<String> imported, List<String> rejected) {}

  /**
   * Imports the texts into the files of the language.
   *
   * @param po content of the PO file
   * @throws IllegalStateException when {@code po} is not a PO file
   */
  static Result importFile(SourceTexts texts, String po) throws IOException {
    PoImport poImport = new PoImport(texts);
    try {
      Catalog catalog = new PoParser().parseCatalog(new StringReader(po), false);
      catalog.forEach(poImport::addMessage);
    } catch (RuntimeException e) {
      throw new IllegalStateException("This is not a PO file: " + e.getMessage(), e);
    }
    for (BundleFolder bundle : texts.bundles()) {
      poImport.importBundle(bundle);
    }
    for (String slug : texts.slugs()) {
      poImport.importPage(slug);
    }
    poImport
        .messages
        .keySet()
        .forEach(
            context ->
                poImport.rejected.add(context + ": no such text exists (any more); it is ignored"));
    return new Result(poImport.imported, poImport.rejected);
  }

  private void addMessage(Message message) {
    if (!message.isHeader() && !message.isObsolete()) {
      messages.put(Optional.ofNullable(message.getMsgctxt()).orElse("?"), message);
    }
  }

  private void importBundle(BundleFolder bundle) throws IOException {
    BundleFileEditor editor = BundleFileEditor.read(texts.file(bundle));
    List<String> precedingKeys = new ArrayList<>();
    for (SourceText text : texts.of(bundle)) {
      String key = key(text);
      Optional<String> translation = translation(text);
      if (translation.filter(translated -> translated.indexOf('\n') >= 0).isPresent()) {
        rejected.add(text.context() + ": must be one line");
      } else if (translation.isPresent() && isChange(text, translation.get())) {
        editor.set(key, translation.get(), Fingerprint.of(text.dutch()), precedingKeys);
        imported.add(text.context());
      }
      precedingKeys.add(key);
    }
    editor.write(texts.file(bundle));
  }

  private void importPage(String slug) throws IOException {
    Map<String, String> usable = new LinkedHashMap<>();
    List<String> changed = new ArrayList<>();
    for (SourceText text : texts.of(slug)) {
      Optional<String> translation = translation(text);
      translation.ifPresent(translated -> usable.put(key(text), translated));
      if (translation.isPresent() && isChange(text, translation.get())) {
        changed.add(text.context());
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    PageText dutch = texts.dutch(slug);
    Optional<PageText> current =
        texts.translation(slug).filter(page -> page.hasSamePiecesAs(dutch));
    boolean complete = usable.keySet().containsAll(dutch.pieces().keySet());
    if (current.isEmpty() && !complete) {
      rejected.add(
          "content/%s: %d of %d pieces can be used; the page is imported when it is complete"
              .formatted(slug, usable.size(), dutch.pieces().size()));
      return;
    }
    Map<String, String> expected = current.map(PageText::texts).orElseGet(dutch::texts);
    expected.putAll(usable);
    String page =
        current
            .orElse(dutch)
            .withTexts(usable, complete ? Optional.of(dutch.fingerprint()) : Optional.empty());
    if (isBroken(slug, page, expected)) {
      rejected.add(
          "content/"
              + slug
              + ": a piece would be split into several; remove empty lines and - > # at the start of a line");
      return;
    }
    write(texts.file(slug), page);
    imported.addAll(changed);
  }

  /** Whether the page, when it is parsed again, has other texts than expected or is invalid. */
  private static boolean isBroken(String slug, String page, Map<String, String> expected) {
    try {
      return !PageText.parse("content/" + slug, page).texts().equals(expected);
    } catch (InvalidContentException e) {
      return true;
    }
  }

  /** The translation; empty when it is missing, blank, fuzzy or rejected. */
  private Optional<String> translation(SourceText text) {
    Message message = messages.remove(text.context());
    if (message == null || message.isFuzzy() || message.getMsgstr().isBlank()) {
      return Optional.empty();
    }
    if (!message.getMsgid().equals(text.dutch())) {
      rejected.add(
          text.context()
              + ": was translated from an older Dutch text: “"
              + message.getMsgid()
              + "”. It now says: “"
              + text.dutch()
              + "”. Export again and translate the new text");
      return Optional.empty();
    }
    return Optional.of(message.getMsgstr().strip());
  }

  private static boolean isChange(SourceText text, String translation) {
    return text.stale() || !text.translation().equals(Optional.of(translation));
  }

  private static String key(SourceText text) {
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
