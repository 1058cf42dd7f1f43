package nl.uitweg.desk.referral.received;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.Referral;
import nl.uitweg.referral.SharedFile;
import nl.uitweg.referral.SharedFiles;
import nl.uitweg.report.intake.ImageCleaner;
import org.jspecify.annotations.Nullable;

/**
 * Serves one file of a received referral. An image is shown blurred until the receiver asks for it,
 * as in the case file; any other file can only be downloaded. Showing the page is recorded in the
 * audit trail as reading the referral; opening the file is recorded as a separate event.
 */
@Path("backoffice/referrals/{referral}/files/{file}")
@RolesAllowed({Officer.CARE_COORDINATOR, Officer.OFFICER})
class ReceivedReferralFileResource {

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

  /**
   * A file of a referral that this officer received.
   *
   * @param keysets names of the keysets with which the officer may decrypt it
   */
  private record ReceivedFile(
      Officer officer, List<String> keysets, Referral referral, SharedFile file) {

    String path() {
      return "/backoffice/referrals/" + referral.id();
    }
  }

  @GET
  @DeskAction(
      rows = DeskAction.Rows.RECEIVED_REFERRALS,
      records = {AuditAction.REFERRAL_READ, AuditAction.REFERRAL_FILE})
  public Response show(
      String referral,
      String file,
      @QueryParam("show") @Nullable String unblur,
      HttpServerRequest request) {
    ReceivedFile receivedFile = find(referral, file);
    if (receivedFile.file().readable()) {
      record(receivedFile, AuditAction.REFERRAL_READ, AuditResult.DONE);
    } else {
      record(receivedFile, AuditAction.REFERRAL_FILE, AuditResult.UNDECRYPTABLE);
    }
    return page(200, receivedFile, receivedFile.file(), unblur != null, request);
  }

  /**
   * Serves a pixelated preview in which nobody can be recognised. It is not recorded, because the
   * pages that embed it are.
   */
  @GET
  @Path("preview")
  @DeskAction(
      rows = DeskAction.Rows.RECEIVED_REFERRALS,
      records = {})
  public Response preview(String referral, String file) {
    ReceivedFile receivedFile = find(referral, file);
    try {
      return FileView.preview(cleaner, content(receivedFile));
    } catch (UnsealException e) {
      record(receivedFile, AuditAction.REFERRAL_FILE, AuditResult.UNDECRYPTABLE);
      return Response.status(CONFLICT).build();
    }
  }

  @GET
  @Path("content")
  @DeskAction(rows = DeskAction.Rows.RECEIVED_REFERRALS, records = AuditAction.REFERRAL_FILE)
  public Response content(
      String referral,
      String file,
      @QueryParam("save") @Nullable String save,
      HttpServerRequest request) {
    ReceivedFile receivedFile = find(referral, file);
    try {
      byte[] content = content(receivedFile);
      record(receivedFile, AuditAction.REFERRAL_FILE, AuditResult.DONE);
      boolean inline = save == null && receivedFile.file().isCleanedImage();
      String disposition =
          inline ? "inline" : "attachment; filename=\"" + receivedFile.file().name() + "\"";
      return FileView.content(content, receivedFile.file().mediaType(), disposition);
    } catch (UnsealException e) {
      record(receivedFile, AuditAction.REFERRAL_FILE, AuditResult.UNDECRYPTABLE);
      SharedFile undecryptable =
          new SharedFile(
              receivedFile.file().id(), receivedFile.file().name(), "", 0, false, false, false);
      return page(CONFLICT, receivedFile, undecryptable, false, request);
    }
  }

  private ReceivedFile find(String referral, String file) {
    Officer officer = current.get();
    List<String> keysets = received.readableKeysets(officer);
    Referral receivedReferral = received.find(referral, keysets).referral();
    return files.of(receivedReferral, keysets).stream()
        .filter(candidate -> candidate.id().toString().equals(file))
        .findFirst()
        .map(candidate -> new ReceivedFile(officer, keysets, receivedReferral, candidate))
        .orElseThrow(NotFoundException::new);
  }

  private byte[] content(ReceivedFile receivedFile) throws UnsealException {
    return files.content(receivedFile.referral(), receivedFile.file(), receivedFile.keysets());
  }

  private Response page(
      int status,
      ReceivedFile receivedFile,
      SharedFile file,
      boolean unblurred,
      HttpServerRequest request) {
    Desk desk = deskFactory.create(request, receivedFile.officer(), "desk.attachment-title");
    FileView view = ReferralContentViews.file(file, receivedFile.path(), desk.texts());
    return HtmlResponse.of(
        status, view.page(desk, receivedFile.path(), "referral.files-back", unblurred));
  }

  private void record(ReceivedFile receivedFile, AuditAction action, AuditResult result) {
    audit.add(
        new AuditEntry(
            receivedFile.officer().name(),
            action,
            AuditObject.referral(receivedFile.referral().id()),
            result,
            "file/" + receivedFile.file().id()));
  }
}
