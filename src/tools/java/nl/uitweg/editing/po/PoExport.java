package nl.uitweg.editing.po;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.uitweg.editing.text.VisibleText;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.HeaderFields;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoWriter;

/**
 * Writes every text that visitors read into one GNU gettext PO file, which Poedit, Weblate and
 * other translation programs can read. Stale texts are marked fuzzy, with the older Dutch text.
 * {@link PoImport} is the counterpart.
 */
final class PoExport {

  private PoExport() {}

  /**
   * @param now time of the export, for the header
   */
  static String of(SourceTexts texts, Instant now) throws IOException {
    PluralForms forms = PluralForms.of(texts.language());
    Speakers speakers = Speakers.read(texts.root().resolve("i18n"));
    Catalog catalog = new Catalog();
    catalog.addMessage(header(texts.language(), forms, now));
    for (SourceText text : texts.all()) {
      catalog.addMessage(message(text, texts.language(), forms, speakers));
    }
    for (BundleFolder bundle : texts.bundles()) {
      for (SourceText text : texts.obsolete(bundle)) {
        Message message = message(text, texts.language(), forms, speakers);
        message.markObsolete();
        catalog.addMessage(message);
      }
    }
    StringWriter po = new StringWriter();
    PoWriter writer = new PoWriter(false);
    writer.write(catalog, po);
    return po.toString();
  }

  /** The header that {@code msginit --no-translator} writes, without an address for mistakes. */
  private static Message header(Language language, PluralForms forms, Instant now) {
    HeaderFields fields = new HeaderFields();
    fields.setValue(HeaderFields.KEY_ProjectIdVersion, "Uitweg");
    fields.setValue(HeaderFields.KEY_PotCreationDate, date(now));
    fields.setValue(HeaderFields.KEY_PoRevisionDate, date(now));
    fields.setValue(HeaderFields.KEY_LastTranslator, "Automatically generated");
    fields.setValue(HeaderFields.KEY_LanguageTeam, "none");
    fields.setValue(HeaderFields.KEY_Language, language.code().replace('-', '_'));
    fields.setValue(HeaderFields.KEY_MimeVersion, "1.0");
    fields.setValue(HeaderFields.KEY_ContentType, "text/plain; charset=UTF-8");
    fields.setValue(HeaderFields.KEY_ContentTransferEncoding, "8bit");
    fields.setValue("Plural-Forms", forms.header());
    Message header = fields.unwrap();
    header.setFuzzy(false);
    return header;
  }

  /** The time in the form of gettext, in UTC: {@code 2027-01-31 12:00+0000}. */
  private static String date(Instant time) {
    return time.toString().substring(0, "2027-01-31T12:00".length()).replace('T', ' ') + "+0000";
  }

  private static Message message(
      SourceText text, Language language, PluralForms forms, Speakers speakers) {
    Message message = new Message();
    message.setMsgctxt(text.context());
    TranslatorNotes.of(text, language).forEach(message::addExtractedComment);
    if (!text.context().startsWith("content/")) {
      message.addExtractedComment("Who speaks: " + speakers.of(text.context()));
    }
    message.addSourceReference(text.reference());
    if (text.stale()) {
      message.markFuzzy();
    }
    Optional<PluralMessage> plural = text.plural();
    if (plural.isPresent()) {
      addPlural(message, text, plural.get(), forms);
    } else {
      message.setMsgid(text.dutch());
      message.setMsgstr(text.translation().orElse(""));
      text.olderDutch().ifPresent(message::setPrevMsgid);
      if (VisibleText.hasArguments(text.dutch())) {
        message.addFormat("icu-message-format");
      }
    }
    return message;
  }

  private static void addPlural(
      Message message, SourceText text, PluralMessage dutch, PluralForms forms) {
    message.setMsgid(dutch.singular());
    message.setMsgidPlural(dutch.plural());
    text.olderDutch()
        .flatMap(PluralMessage::parse)
        .ifPresent(
            older -> {
              message.setPrevMsgid(older.singular());
              message.setPrevMsgidPlural(older.plural());
            });
    List<String> sentences =
        text.translatedPlural()
            .map(translation -> translation.sentences(forms))
            .orElseGet(() -> forms.categories().stream().map(category -> "").toList());
    for (int form = 0; form < sentences.size(); form++) {
      message.addMsgstrPlural(sentences.get(form), form);
    }
  }
}
