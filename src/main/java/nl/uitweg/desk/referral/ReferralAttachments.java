package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.SharedFiles;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.AttachmentReader;
import nl.uitweg.report.Report;

/**
 * The files of a report that an officer shares with a referral. No file is shared unless the
 * officer selects it. Only files from which location, time and device were removed, and plain text
 * files, can be shared. They get neutral names, because the original names may identify the
 * reporter.
 */
@Singleton
class ReferralAttachments {

  private static final String PLAIN_TEXT = "text/plain";

  private final AttachmentReader attachmentReader;
  private final SharedFiles shared;

  ReferralAttachments(AttachmentReader attachmentReader, SharedFiles shared) {
    this.attachmentReader = attachmentReader;
    this.shared = shared;
  }

  /**
   * One file in the form.
   *
   * @param path address of the file in the case file, where the officer can look at it first
   * @param notShareable whether the file may contain more than what it shows, and so cannot be
   *     shared
   */
  record Choice(
      String id,
      String path,
      String name,
      String description,
      boolean image,
      boolean chosen,
      boolean notShareable) {}

  /**
   * A selected file: the name under which the receiver gets it, and the attachment of the report.
   */
  record SelectedFile(String name, AttachmentInfo attachment) {}

  List<Choice> choices(Report report, ReferralForm form, Officer officer, Texts texts) {
    String pathPrefix = "/backoffice/reports/" + report.id() + "/attachments/";
    return attachmentReader.list(report, officer.municipalities()).stream()
        .filter(AttachmentInfo::readable)
        .map(
            file -> {
              boolean notShareable = !isShareable(file);
              String id = file.id().toString();
              return new Choice(
                  id,
                  pathPrefix + id,
                  file.name(),
                  ReferralContentViews.fileDescription(
                      file.mediaType(), file.size(), file.scanned(), texts),
                  file.cleaned() && file.mediaType().startsWith("image/"),
                  !notShareable && form.files().contains(id),
                  notShareable);
            })
        .toList();
  }

  /** The files that were selected in the form and can be shared, in the order of the case file. */
  List<SelectedFile> selected(Report report, ReferralForm form, Officer officer) {
    List<SelectedFile> selected = new ArrayList<>();
    if (!form.files().isEmpty()) {
      for (AttachmentInfo file : attachmentReader.list(report, officer.municipalities())) {
        if (form.files().contains(file.id().toString()) && file.readable() && isShareable(file)) {
          String extension = file.fileName().substring(file.fileName().lastIndexOf('.'));
          selected.add(new SelectedFile("bijlage-" + (selected.size() + 1) + extension, file));
        }
      }
    }
    return selected;
  }

  /**
   * The problem that a selected file does not exist, cannot be shared or cannot be decrypted; empty
   * when there is none.
   */
  Optional<ReferralCheck.Problem> problem(Report report, ReferralForm form, Officer officer) {
    List<SelectedFile> selected = selected(report, form, officer);
    boolean allShareable = selected.size() == form.files().size();
    return allShareable && selected.stream().allMatch(file -> canDecrypt(report, file, officer))
        ? Optional.empty()
        : Optional.of(new ReferralCheck.Problem("files", "referral.problem-files"));
  }

  private boolean canDecrypt(Report report, SelectedFile file, Officer officer) {
    try {
      attachmentReader.content(report, file.attachment(), officer.municipalities());
      return true;
    } catch (UnsealException e) {
      return false;
    }
  }

  /**
   * Adds the selected files to a referral.
   *
   * @throws UnsealException when a file has been altered since {@link #problem} read it; the caller
   *     must then not add the referral either
   */
  void share(UUID referral, List<SelectedFile> selected, Report report, Officer officer)
      throws UnsealException {
    for (SelectedFile file : selected) {
      byte[] content =
          attachmentReader.content(report, file.attachment(), officer.municipalities());
      shared.add(referral, officer.municipalities(), file.name(), file.attachment(), content);
    }
  }

  private static boolean isShareable(AttachmentInfo file) {
    return file.cleaned() || file.mediaType().equals(PLAIN_TEXT);
  }
}
