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
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;

/**
 * The files of a report that an officer sends along with a referral: none unless chosen, and only
 * those of which place, time and device were taken out, or that hold nothing but text. They get
 * neutral names, because the reporter's own may say who they are.
 */
@Singleton
class ReferralAttachments {

  private static final String TEXT = "text/plain";

  private final Reports reports;
  private final SharedFiles shared;

  ReferralAttachments(Reports reports, SharedFiles shared) {
    this.reports = reports;
    this.shared = shared;
  }

  /**
   * One file in the form.
   *
   * @param path of the file in the report, where the officer looks at it first
   * @param barred it may say more than what it shows, and cannot go along
   */
  record Choice(
      String id,
      String path,
      String name,
      String about,
      boolean image,
      boolean chosen,
      boolean barred) {}

  /** A file as the receiver gets it, with where it comes from. */
  record Chosen(String name, AttachmentInfo attachment) {}

  List<Choice> choices(Report report, ReferralForm form, Officer officer, Texts texts) {
    String path = "/backoffice/reports/" + report.id() + "/attachments/";
    return reports.attachments(report, officer.municipalities()).stream()
        .filter(AttachmentInfo::readable)
        .map(
            file -> {
              boolean barred = !mayGo(file);
              String id = file.id().toString();
              return new Choice(
                  id,
                  path + id,
                  file.name(),
                  ReferralContentViews.about(file.mediaType(), file.size(), file.scanned(), texts),
                  file.cleaned() && file.mediaType().startsWith("image/"),
                  !barred && form.files().contains(id),
                  barred);
            })
        .toList();
  }

  /** What the form chose, in the order of the report. */
  List<Chosen> chosen(Report report, ReferralForm form, Officer officer) {
    List<Chosen> chosen = new ArrayList<>();
    if (!form.files().isEmpty()) {
      for (AttachmentInfo file : reports.attachments(report, officer.municipalities())) {
        if (form.files().contains(file.id().toString()) && file.readable() && mayGo(file)) {
          String ending = file.fileName().substring(file.fileName().lastIndexOf('.'));
          chosen.add(new Chosen("bijlage-" + (chosen.size() + 1) + ending, file));
        }
      }
    }
    return chosen;
  }

  /** That a file was chosen which is not there, cannot go along or does not open. */
  Optional<ReferralCheck.Problem> problem(Report report, ReferralForm form, Officer officer) {
    List<Chosen> chosen = chosen(report, form, officer);
    boolean all = chosen.size() == form.files().size();
    return all && chosen.stream().allMatch(one -> opens(report, one, officer))
        ? Optional.empty()
        : Optional.of(new ReferralCheck.Problem("files", "referral.problem-files"));
  }

  private boolean opens(Report report, Chosen one, Officer officer) {
    try {
      reports.content(report, one.attachment(), officer.municipalities());
      return true;
    } catch (UnsealException e) {
      return false;
    }
  }

  /**
   * @throws UnsealException when a file was altered since {@link #problem} read it; then the caller
   *     hands nothing over
   */
  void send(UUID referral, List<Chosen> chosen, Report report, Officer officer)
      throws UnsealException {
    for (Chosen one : chosen) {
      byte[] content = reports.content(report, one.attachment(), officer.municipalities());
      shared.add(referral, officer.municipalities(), one.name(), one.attachment(), content);
    }
  }

  private static boolean mayGo(AttachmentInfo file) {
    return file.cleaned() || file.mediaType().equals(TEXT);
  }
}
