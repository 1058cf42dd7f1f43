package nl.uitweg.desk.referral.received;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.referral.ReferralResource;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.Referral;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;
import nl.uitweg.report.intake.ImageCleaner;
import org.jspecify.annotations.Nullable;

/**
 * One file that was referred: an image is blurred until the receiver asks, as in the case file;
 * anything else is only saved. Showing the page is a reading of the referral in the audit, opening
 * the file an event of its own.
 */
@Path("backoffice/referrals/{referral}/files/{file}")
@RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
class ReceivedReferralFileResource {

  private static final String OPENING = "referral-file";
  private static final int CONFLICT = 409;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final ReceivedReferrals received;
  private final SharedFiles files;
  private final AuditTrail audit;
  private final ImageCleaner cleaner;

  ReceivedReferralFileResource(
      CurrentOfficer current,
      DeskFactory deskFactory,
      ReceivedReferrals received,
      SharedFiles files,
      AuditTrail audit,
      ImageCleaner cleaner) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.received = received;
    this.files = files;
    this.audit = audit;
    this.cleaner = cleaner;
  }

  /** A file of a referral that this officer received. */
  private record Found(
      Officer officer, List<String> receivers, Referral referral, SharedFile file) {

    String path() {
      return "/backoffice/referrals/" + referral.id();
    }
  }

  @GET
  @Transactional
  public Response look(
      String referral,
      String file,
      @QueryParam("show") @Nullable String show,
      HttpServerRequest request) {
    Found found = find(referral, file);
    if (found.file().opens()) {
      record(found, "referral-read", "done");
    } else {
      record(found, OPENING, "does-not-open");
    }
    return page(200, found, found.file(), show != null, request);
  }

  /**
   * A few coloured squares, from which nobody is recognised; part of pages that are recorded
   * themselves.
   */
  @GET
  @Path("preview")
  @Transactional
  public Response preview(String referral, String file) {
    Found found = find(referral, file);
    try {
      return FileView.preview(cleaner, content(found));
    } catch (UnsealException e) {
      record(found, OPENING, "does-not-open");
      return Response.status(CONFLICT).build();
    }
  }

  @GET
  @Path("content")
  @Transactional
  public Response content(
      String referral,
      String file,
      @QueryParam("save") @Nullable String save,
      HttpServerRequest request) {
    Found found = find(referral, file);
    try {
      byte[] content = content(found);
      record(found, OPENING, "done");
      String name = "attachment; filename=\"" + found.file().name() + "\"";
      boolean inline = save == null && found.file().image();
      return FileView.content(content, found.file().mediaType(), inline ? "inline" : name);
    } catch (UnsealException e) {
      record(found, OPENING, "does-not-open");
      SharedFile broken =
          new SharedFile(found.file().id(), found.file().name(), "", 0, false, false, false);
      return page(CONFLICT, found, broken, false, request);
    }
  }

  private Found find(String referral, String file) {
    Officer officer = current.get();
    List<String> keysets = received.begin(officer);
    Referral found = received.find(referral, keysets).referral();
    return files.of(found, keysets).stream()
        .filter(one -> one.id().toString().equals(file))
        .findFirst()
        .map(one -> new Found(officer, keysets, found, one))
        .orElseThrow(NotFoundException::new);
  }

  private byte[] content(Found found) throws UnsealException {
    return files.content(found.referral(), found.file(), found.receivers());
  }

  private Response page(
      int status, Found found, SharedFile file, boolean shown, HttpServerRequest request) {
    Desk desk = deskFactory.create(request, found.officer(), "desk.attachment-title");
    FileView view = ReferralContentViews.file(file, found.path(), desk.texts());
    return ReferralResource.html(
        status, view.page(desk, found.path(), "referral.files-back", shown));
  }

  private void record(Found found, String action, String result) {
    audit.add(
        new AuditTrail.Entry(
            found.officer().name(),
            action,
            "referral/" + found.referral().id(),
            result,
            "file/" + found.file().id()));
  }
}
