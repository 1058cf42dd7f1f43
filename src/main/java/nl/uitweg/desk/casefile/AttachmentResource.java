package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.AttachmentInfo;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.intake.ImageCleaner;
import org.jspecify.annotations.Nullable;

/**
 * One file of a report: an image is blurred until the officer asks; anything else is only saved.
 * Showing the page is a reading of a part of the report in the audit, opening the file an event of
 * its own.
 */
@Path("backoffice/reports/{id}/attachments/{file}")
@RolesAllowed(Officer.OFFICER)
class AttachmentResource {

  private static final String BACK_TEXT = "desk.attachment-back";
  private static final String OPENING = "attachment";
  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final Desks desks;
  private final VisibleReports visible;
  private final Reports reports;
  private final CaseFiles files;
  private final AuditTrail audit;
  private final ImageCleaner cleaner;

  AttachmentResource(
      CurrentOfficer current,
      Desks desks,
      VisibleReports visible,
      Reports reports,
      CaseFiles files,
      AuditTrail audit,
      ImageCleaner cleaner) {
    this.current = current;
    this.desks = desks;
    this.visible = visible;
    this.reports = reports;
    this.files = files;
    this.audit = audit;
    this.cleaner = cleaner;
  }

  @GET
  @Transactional
  public Response look(
      String id,
      String file,
      @QueryParam("show") @Nullable String show,
      HttpServerRequest request) {
    Officer officer = current.get();
    Report report = visible.find(id, officer);
    Desk desk = desks.of(request, officer, "desk.attachment-title");
    AttachmentInfo attachment = find(report, file, officer);
    if (attachment.readable()) {
      record(officer, "read-part", report, attachment, "done");
    } else {
      record(officer, OPENING, report, attachment, "does-not-open");
    }
    FileView view = files.attachment(report, attachment, desk.texts());
    return Response.ok(view.page(desk, back(report), BACK_TEXT, show != null).render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  /**
   * A few coloured squares, from which nobody is recognised; part of pages that are recorded
   * themselves.
   */
  @GET
  @Path("preview")
  @Transactional
  public Response preview(String id, String file) {
    Officer officer = current.get();
    Report report = visible.find(id, officer);
    AttachmentInfo attachment = find(report, file, officer);
    try {
      byte[] content = reports.content(report, attachment, officer.municipalities());
      return FileView.preview(cleaner, content);
    } catch (UnsealException e) {
      record(officer, OPENING, report, attachment, "does-not-open");
      return Response.status(CONFLICT).build();
    }
  }

  @GET
  @Path("content")
  @Transactional
  public Response content(
      String id,
      String file,
      @QueryParam("save") @Nullable String save,
      HttpServerRequest request) {
    Officer officer = current.get();
    Report report = visible.find(id, officer);
    AttachmentInfo attachment = find(report, file, officer);
    try {
      byte[] content = reports.content(report, attachment, officer.municipalities());
      record(officer, OPENING, report, attachment, "done");
      boolean inline = save == null && attachment.cleaned();
      return FileView.content(
          content, attachment.mediaType(), inline ? "inline" : saved(attachment));
    } catch (UnsealException e) {
      record(officer, OPENING, report, attachment, "does-not-open");
      Desk desk = desks.of(request, officer, "desk.attachment-title");
      FileView broken = new FileView("", attachment.name(), "", false, false);
      return Response.status(CONFLICT)
          .entity(broken.page(desk, back(report), BACK_TEXT, false).render())
          .header("Content-Type", "text/html; charset=utf-8")
          .header("Cache-Control", "no-store")
          .build();
    }
  }

  private static String back(Report report) {
    return "/backoffice/reports/" + report.id();
  }

  private AttachmentInfo find(Report report, String file, Officer officer) {
    return reports.attachments(report, officer.municipalities()).stream()
        .filter(attachment -> attachment.id().toString().equals(file))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private void record(
      Officer officer, String action, Report report, AttachmentInfo attachment, String result) {
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            action,
            "report/" + report.id(),
            result,
            "attachment/" + attachment.id()));
  }

  /** Saved under its own name (RFC 6266, RFC 8187), with an ending that fits what it is. */
  private static String saved(AttachmentInfo attachment) {
    StringBuilder name = new StringBuilder("attachment; filename*=UTF-8''");
    for (byte b : attachment.fileName().getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= '0' && b <= '9')
              || (b >= 'A' && b <= 'Z')
              || (b >= 'a' && b <= 'z')
              || b == '.'
              || b == '-';
      name.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return name.toString();
  }
}
