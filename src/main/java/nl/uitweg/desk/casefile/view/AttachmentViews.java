package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.desk.FileView;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.AttachmentReader;
import nl.uitweg.report.Report;

/** Prepares the files of a report for the case file and for the page of one file. */
@Singleton
public class AttachmentViews {

  private static final int BYTES_PER_KILOBYTE = 1024;

  private final AttachmentReader attachmentReader;

  AttachmentViews(AttachmentReader attachmentReader) {
    this.attachmentReader = attachmentReader;
  }

  List<FileView> of(Reading reading) {
    List<FileView> files = new ArrayList<>();
    for (AttachmentInfo attachment :
        attachmentReader.list(reading.report(), reading.municipalities())) {
      files.add(view(reading.report(), attachment, reading.texts()));
      if (!attachment.readable()) {
        reading.addUnreadable("attachment/" + attachment.id());
      }
    }
    return files;
  }

  public static FileView view(Report report, AttachmentInfo attachment, Texts texts) {
    String path = "/backoffice/reports/" + report.id() + "/attachments/" + attachment.id();
    if (!attachment.readable()) {
      return new FileView(path, "", "", false, false);
    }
    boolean image = attachment.mediaType().startsWith("image/") && attachment.cleaned();
    String description =
        texts.get(
            "desk.attachment-about",
            attachment.mediaType(),
            Math.max(1, attachment.size() / BYTES_PER_KILOBYTE),
            Dates.moment(attachment.at(), texts.language()),
            texts.get(attachment.cleaned() ? "desk.cleaned" : "desk.not-cleaned"),
            texts.get(attachment.scanned() ? "desk.scanned" : "desk.not-scanned"));
    return new FileView(path, attachment.name(), description, image, true);
  }
}
