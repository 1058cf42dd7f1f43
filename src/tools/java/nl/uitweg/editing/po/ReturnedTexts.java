package nl.uitweg.editing.po;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;
import org.fedorahosted.tennera.jgettext.Message;

/**
 * The translations in a PO file, each taken once. A text that is in the file twice, belongs to an
 * older Dutch text or lacks a plural form is refused; fuzzy and empty texts are counted.
 */
final class ReturnedTexts {

  private final Map<String, Message> messages;
  private final PoFile po;
  private final PluralForms forms;
  private final ImportResult result;

  /**
   * @param result receives the refused, fuzzy and untranslated texts
   */
  ReturnedTexts(PoFile po, Language language, ImportResult result) {
    this.po = po;
    this.messages = new LinkedHashMap<>(po.messages());
    this.forms = PluralForms.of(language);
    this.result = result;
  }

  /** The translation as it is written in a file of the site; empty when there is none to use. */
  Optional<String> translation(SourceText text) {
    Message message = messages.remove(text.context());
    if (message == null) {
      untranslated(text);
      return Optional.empty();
    }
    Optional<PluralMessage> plural = message.isPlural() ? text.dutchPlural() : Optional.empty();
    List<String> sentences =
        (message.isPlural() ? message.getMsgstrPlural() : List.of(message.getMsgstr()))
            .stream().map(sentence -> sentence.replace("\r\n", "\n").strip()).toList();
    if (po.duplicates().contains(text.context())) {
      return refuse(text, "is in the file more than once; delete all but one");
    }
    if (sentences.stream().allMatch(String::isBlank)) {
      untranslated(text);
      return Optional.empty();
    }
    if (message.isFuzzy()) {
      result.fuzzy().add(text.context());
      return Optional.empty();
    }
    String older = message.getMsgid();
    String dutch = plural.map(PluralMessage::singular).orElse(text.dutch());
    if (!older.equals(dutch)
        || !plural
            .map(PluralMessage::plural)
            .equals(Optional.ofNullable(message.getMsgidPlural()))) {
      return refuse(
          text,
          "was translated from an older Dutch text: “"
              + older
              + "”. It now says: “"
              + dutch
              + "”. Export again and translate the new text");
    }
    return plural.isPresent()
        ? plural(text, plural.get(), sentences)
        : Optional.of(sentences.get(0));
  }

  private Optional<String> plural(SourceText text, PluralMessage dutch, List<String> sentences) {
    if (sentences.size() != forms.categories().size()
        || sentences.stream().anyMatch(String::isBlank)) {
      return refuse(
          text,
          "needs a text for each of the %d plural forms, msgstr[0] to msgstr[%d]"
              .formatted(forms.categories().size(), forms.categories().size() - 1));
    }
    boolean unchanged =
        text.translatedPlural().filter(old -> old.sentences(forms).equals(sentences)).isPresent();
    return unchanged
        ? text.translation()
        : Optional.of(PluralMessage.compose(dutch.argument(), forms, sentences));
  }

  /** Refuses the texts of the file that were not asked for. */
  void refuseUnknown() {
    messages.forEach(
        (context, message) ->
            result
                .refused()
                .add(
                    context.isEmpty()
                        ? "“"
                            + message.getMsgid()
                            + "” has no msgctxt, so that its place is not known; export again"
                        : context
                            + ": no such text exists (any more); delete it, or export again"));
  }

  private void untranslated(SourceText text) {
    if (text.translation().isEmpty()) {
      result.untranslated().add(text.context());
    }
  }

  private Optional<String> refuse(SourceText text, String reason) {
    result.refused().add(text.context() + ": " + reason);
    return Optional.empty();
  }
}
