package nl.uitweg.editing.po;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.editing.text.PageText;
import nl.uitweg.platform.file.Fingerprint;
import nl.uitweg.platform.i18n.BundleFolder;

/**
 * Imports the PO file that a translator returns. Every new or changed text is checked before
 * anything is written. Refuses, with the reason, a text that was translated from an older Dutch
 * text or breaks a rule. A new page is written when it is complete. Fuzzy and empty texts are left
 * out. {@link PoExport} is the counterpart.
 */
final class PoImport {

  private final SourceTexts texts;
  private final ReturnedTexts returned;
  private final TextCheck check;
  private final ImportResult result = new ImportResult();
  private final Map<Path, String> files = new LinkedHashMap<>();

  private PoImport(SourceTexts texts, PoFile po) {
    this.texts = texts;
    this.returned = new ReturnedTexts(po, texts.language(), result);
    this.check = new TextCheck(texts);
  }

  /**
   * Imports the texts into the files of the language.
   *
   * @param skipRefused whether to write the accepted texts when others are refused; otherwise
   *     nothing is written then
   */
  static ImportResult run(SourceTexts texts, PoFile po, boolean skipRefused) throws IOException {
    PoImport poImport = new PoImport(texts, po);
    for (BundleFolder bundle : texts.bundles()) {
      poImport.readBundle(bundle);
    }
    for (String slug : texts.slugs()) {
      poImport.readPage(slug);
    }
    poImport.returned.refuseUnknown();
    if (poImport.result.refused().isEmpty() || skipRefused) {
      poImport.write();
    }
    return poImport.result;
  }

  private void readBundle(BundleFolder bundle) throws IOException {
    BundleFileEditor editor = BundleFileEditor.read(texts.file(bundle));
    Set<String> precedingKeys = new HashSet<>();
    for (SourceText text : texts.of(bundle)) {
      Optional<String> translation = returned.translation(text);
      if (translation.isPresent()
          && isChange(text, translation.get())
          && isAccepted(check.bundleText(text, translation.get()))) {
        editor.set(text.key(), translation.get(), Fingerprint.of(text.dutch()), precedingKeys);
        result.accepted().add(text.context());
      }
      precedingKeys.add(text.key());
    }
    editor.changedFile().ifPresent(file -> files.put(texts.file(bundle), file));
  }

  private void readPage(String slug) throws IOException {
    List<SourceText> pieces = texts.of(slug);
    PageText dutch = texts.dutch(slug);
    Optional<PageText> translation = texts.translation(slug);
    Optional<PageText> current = translation.filter(page -> page.hasSamePiecesAs(dutch));
    PageText base = current.orElse(dutch);
    Map<String, String> usable = new LinkedHashMap<>();
    List<String> changed = new ArrayList<>();
    int refusals = result.refused().size();
    for (SourceText piece : pieces) {
      Optional<String> text = returned.translation(piece);
      boolean change = text.isPresent() && isChange(piece, text.get());
      if (text.isPresent()
          && (!change || isAccepted(check.pagePiece(slug, base, piece, text.get())))) {
        usable.put(piece.key(), text.get());
      }
      if (change && usable.containsKey(piece.key())) {
        changed.add(piece.context());
      }
    }
    boolean complete = usable.keySet().containsAll(dutch.pieces().keySet());
    boolean outdated =
        translation
            .filter(page -> !page.translatedFrom().equals(Optional.of(dutch.fingerprint())))
            .isPresent();
    if (changed.isEmpty() && !(complete && outdated)) {
      return;
    }
    if (current.isEmpty() && !complete) {
      if (result.refused().size() == refusals) {
        result
            .waiting()
            .add(
                "content/%s: %d of %d texts are translated; the page is imported when all are"
                    .formatted(slug, usable.size(), dutch.pieces().size()));
      }
      return;
    }
    for (SourceText piece : pieces) {
      piece.translation().ifPresent(old -> usable.putIfAbsent(piece.key(), old));
    }
    String page =
        base.withTexts(usable, complete ? Optional.of(dutch.fingerprint()) : Optional.empty());
    if (isAccepted(check.wholePage(slug, page, usable))) {
      files.put(texts.file(slug), page);
      result.accepted().addAll(changed.isEmpty() ? List.of("content/" + slug) : changed);
    }
  }

  private boolean isAccepted(TextCheck.Outcome outcome) {
    result.refused().addAll(outcome.problems());
    if (outcome.problems().isEmpty()) {
      result.hints().addAll(outcome.hints());
    }
    return outcome.problems().isEmpty();
  }

  private static boolean isChange(SourceText text, String translation) {
    return text.stale() || !text.translation().equals(Optional.of(translation));
  }

  private void write() throws IOException {
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path folder = file.getKey().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file.getKey(), file.getValue());
    }
  }
}
