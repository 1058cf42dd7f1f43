package nl.uitweg.editing.po;

import java.io.IOException;
import java.io.StringWriter;
import nl.uitweg.editing.text.VisibleText;
import nl.uitweg.platform.i18n.Language;
import org.fedorahosted.tennera.jgettext.Catalog;
import org.fedorahosted.tennera.jgettext.HeaderFields;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.PoWriter;

/**
 * Writes every text that visitors read into one GNU gettext PO file, which Weblate and other
 * translation tools can read. Stale texts are marked fuzzy. {@link PoImport} is the counterpart.
 */
final class PoExport {

  private PoExport() {}

  static String of(SourceTexts texts) throws IOException {
    Catalog catalog = new Catalog();
    catalog.addMessage(header(texts.language()));
    for (SourceText text : texts.all()) {
      catalog.addMessage(message(text));
    }
    StringWriter po = new StringWriter();
    PoWriter writer = new PoWriter(false);
    writer.write(catalog, po);
    return po.toString();
  }

  private static Message header(Language language) {
    HeaderFields fields = new HeaderFields();
    fields.setValue(HeaderFields.KEY_ProjectIdVersion, "Uitweg");
    fields.setValue(HeaderFields.KEY_Language, language.code().replace('-', '_'));
    fields.setValue(HeaderFields.KEY_MimeVersion, "1.0");
    fields.setValue(HeaderFields.KEY_ContentType, "text/plain; charset=UTF-8");
    fields.setValue(HeaderFields.KEY_ContentTransferEncoding, "8bit");
    Message header = fields.unwrap();
    header.setFuzzy(false);
    return header;
  }

  private static Message message(SourceText text) {
    Message message = new Message();
    message.setMsgctxt(text.context());
    message.setMsgid(text.dutch());
    message.setMsgstr(text.translation().orElse(""));
    text.comments().forEach(message::addExtractedComment);
    message.addSourceReference(text.reference());
    if (text.stale()) {
      message.markFuzzy();
    }
    if (VisibleText.hasArguments(text.dutch())) {
      message.addFormat("icu-message-format");
    }
    return message;
  }
}
