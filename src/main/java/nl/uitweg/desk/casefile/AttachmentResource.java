package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.casefile.view.AttachmentViews;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.AttachmentReader;
import nl.uitweg.report.Report;
import nl.uitweg.report.intake.ImageCleaner;
import org.jspecify.annotations.Nullable;

/**
 * Serves one file of a report. An image that was cleaned is shown blurred until the officer asks to
 * see it; any other file can only be downloaded. Showing the page is recorded in the audit trail as
 * reading a part of the report; opening the file is recorded as a separate event.
 */
@Path("backoffice/reports/{id}/attachments/{file}")
@RolesAllowed(Officer.OFFICER)
class AttachmentResource {

  private static final String BACK_TEXT = "desk.attachment-back";
  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final ReportInAddress reportInAddress;
  private final AttachmentReader attachmentReader;
  private final AuditTrail audit;
  private final ImageCleaner cleaner;

  AttachmentResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      ReportInAddress reportInAddress,
      AttachmentReader attachmentReader,
      AuditTrail audit,
      ImageCleaner cleaner) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.reportInAddress = reportInAddress;
    this.attachmentReader = attachmentReader;
    this.audit = audit;
    this.cleaner = cleaner;
  }

  @GET
  @DeskAction(records = {AuditAction.READ_PART, AuditAction.ATTACHMENT})
  public Response show(
      String file, @QueryParam("show") @Nullable String unblur, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.get();
    Desk desk = deskFactory.create(request, officer, "desk.attachment-title");
    AttachmentInfo attachment = findAttachment(report, file, officer);
    if (attachment.readable()) {
      record(officer, AuditAction.READ_PART, report, attachment, AuditResult.DONE);
    } else {
      record(officer, AuditAction.ATTACHMENT, report, attachment, AuditResult.UNDECRYPTABLE);
    }
    FileView view = AttachmentViews.view(report, attachment, desk.texts());
    return HtmlResponse.ok(view.page(desk, reportPath(report), BACK_TEXT, unblur != null));
  }

  /**
   * Serves a pixelated preview in which nobody can be recognised. It is recorded only when the file
   * cannot be decrypted, because the pages that embed the preview are recorded.
   */
  @GET
  @Path("preview")
  @DeskAction(records = {})
  public Response preview(String file) {
    Officer officer = current.get();
    Report report = reportInAddress.get();
    AttachmentInfo attachment = findAttachment(report, file, officer);
    try {
      byte[] content = attachmentReader.content(report, attachment, officer.municipalities());
      return FileView.preview(cleaner, content);
    } catch (UnsealException e) {
      record(officer, AuditAction.ATTACHMENT, report, attachment, AuditResult.UNDECRYPTABLE);
      return Response.status(CONFLICT).build();
    }
  }

  @GET
  @Path("content")
  @DeskAction(records = AuditAction.ATTACHMENT)
  public Response content(
      String file, @QueryParam("save") @Nullable String save, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.get();
    AttachmentInfo attachment = findAttachment(report, file, officer);
    try {
      byte[] content = attachmentReader.content(report, attachment, officer.municipalities());
      record(officer, AuditAction.ATTACHMENT, report, attachment, AuditResult.DONE);
      boolean inline = save == null && attachment.cleaned();
      return FileView.content(
          content, attachment.mediaType(), inline ? "inline" : contentDisposition(attachment));
    } catch (UnsealException e) {
      record(officer, AuditAction.ATTACHMENT, report, attachment, AuditResult.UNDECRYPTABLE);
      Desk desk = deskFactory.create(request, officer, "desk.attachment-title");
      FileView undecryptable = new FileView("", attachment.name(), "", false, false);
      return HtmlResponse.of(
          CONFLICT, undecryptable.page(desk, reportPath(report), BACK_TEXT, false));
    }
  }

  private static String reportPath(Report report) {
    return "/backoffice/reports/" + report.id();
  }

  private AttachmentInfo findAttachment(Report report, String file, Officer officer) {
    return attachmentReader.list(report, officer.municipalities()).stream()
        .filter(attachment -> attachment.id().toString().equals(file))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private void record(
      Officer officer,
      AuditAction action,
      Report report,
      AttachmentInfo attachment,
      AuditResult result) {
    audit.add(
        new AuditEntry(
            officer.name(),
            action,
            AuditObject.report(report.id()),
            result,
            "attachment/" + attachment.id()));
  }

  /**
   * The {@code Content-Disposition} for a download (RFC 6266, RFC 8187), under the name of the file
   * with an extension that fits its type.
   */
  private static String contentDisposition(AttachmentInfo attachment) {
    StringBuilder name = new StringBuilder("attachment; filename*=UTF-8''");
    for (byte b : attachment.fileName().getBytes(StandardCharsets.UTF_8)) {
      boolean unescaped =
          (b >= '0' && b <= '9')
              || (b >= 'A' && b <= 'Z')
              || (b >= 'a' && b <= 'z')
              || b == '.'
              || b == '-';
      name.append(unescaped ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return name.toString();
  }
}
