package nl.uitweg.desk.referral;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.IdentityAccess;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.sent.SentReferralResource;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Refers a report: shows the form and the preview ({@link ReferralPages}), and sends the referral.
 * {@link SentReferralResource} shows a referral that was sent.
 */
@Path("backoffice/reports/{id}/referral")
@RolesAllowed(Officer.OFFICER)
public class ReferralResource {

  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final ReferralCheck.Problem NOT_ALLOWED =
      new ReferralCheck.Problem("main", "referral.problem-state");

  private final CurrentOfficer current;
  private final ReportInAddress reportInAddress;
  private final ReferralPages pages;
  private final ReferralOptions options;
  private final ReferralDrafter drafter;
  private final Referrals referrals;
  private final ReferralMessages messages;
  private final ReferralAttachments attachments;
  private final IdentityAccess identity;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  ReferralResource(
      CurrentOfficer current,
      ReportInAddress reportInAddress,
      ReferralPages pages,
      ReferralOptions options,
      ReferralDrafter drafter,
      Referrals referrals,
      ReferralMessages messages,
      ReferralAttachments attachments,
      IdentityAccess identity,
      AuditTrail audit,
      RefusalTrail refusals) {
    this.current = current;
    this.reportInAddress = reportInAddress;
    this.pages = pages;
    this.options = options;
    this.drafter = drafter;
    this.referrals = referrals;
    this.messages = messages;
    this.attachments = attachments;
    this.identity = identity;
    this.audit = audit;
    this.refusals = refusals;
  }

  @GET
  @DeskAction(records = AuditAction.REFERRAL_FORM)
  public Response form(
      @QueryParam("to") @Nullable String to,
      @QueryParam("purpose") @Nullable String purpose,
      HttpServerRequest request) {
    Officer officer = current.get();
    ReferralPages.ReferralRequest opened = pages.open(reportInAddress.get(), officer, request);
    Optional<ReferralTarget> target =
        Optional.ofNullable(to).flatMap(value -> options.target(value, opened.report()));
    boolean allowed = opened.report().canBeReferred();
    return pages.form(
        allowed ? OK : CONFLICT,
        opened,
        pages.initialForm(
            opened,
            target,
            Optional.ofNullable(purpose).filter(ReferralOptions.PURPOSES::contains)),
        allowed ? List.of() : List.of(NOT_ALLOWED));
  }

  /**
   * Handles the form. Form field {@code step} is {@code preview}, {@code change} (back to the form)
   * or {@code send}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = {AuditAction.REFERRAL, AuditAction.REFERRAL_FORM})
  public Response step(MultivaluedMap<String, String> posted, HttpServerRequest request) {
    Officer officer = current.get();
    Report report = reportInAddress.getForUpdate();
    ReferralPages.ReferralRequest opened = pages.open(report, officer, request);
    ReferralForm form = ReferralForm.read(posted, opened.content());
    String step = Optional.ofNullable(posted.getFirst("step")).orElse("preview");
    if (step.equals("change")) {
      return pages.form(OK, opened, form, List.of());
    }
    Optional<ReferralTarget> target = options.target(form.recipient(), report);
    List<ReferralCheck.Problem> problems = problems(opened, form, target);
    if (!problems.isEmpty() || target.isEmpty()) {
      if (step.equals("send") || ReferralCheck.requestsForbiddenField(form, opened.content())) {
        refusals.add(opened.refused(AuditAction.REFERRAL));
      }
      int status = report.canBeReferred() ? UNPROCESSABLE : CONFLICT;
      return pages.form(status, opened, form, problems);
    }
    Optional<IdentityAccess.Grant> grant = Optional.empty();
    if (form.fields().stream().anyMatch(Consent::identifies)) {
      grant = identity.decide(officer, opened.object(), IdentityAccess.REASON_REFERRAL).grant();
      if (grant.isEmpty()) {
        return pages.loginRequired(opened, form);
      }
    }
    ReferralContent referral = drafter.draft(form, report, opened.content(), officer);
    return step.equals("send")
        ? send(opened, form, target.get(), referral)
        : pages.preview(opened, form, target.get(), referral, grant);
  }

  private List<ReferralCheck.Problem> problems(
      ReferralPages.ReferralRequest opened, ReferralForm form, Optional<ReferralTarget> target) {
    List<ReferralCheck.Problem> problems =
        new ArrayList<>(ReferralCheck.problems(form, target, opened.content()));
    problems.addAll(messages.problems(opened.report(), form, opened.officer()));
    attachments.problem(opened.report(), form, opened.officer()).ifPresent(problems::add);
    return opened.report().canBeReferred() ? problems : List.of(NOT_ALLOWED);
  }

  private Response send(
      ReferralPages.ReferralRequest opened,
      ReferralForm form,
      ReferralTarget target,
      ReferralContent referral) {
    Report report = opened.report();
    // Derived from the form, so that sending the form twice adds one referral.
    String idSource = report.id() + "/" + form.draftId();
    UUID id = UUID.nameUUIDFromBytes(idSource.getBytes(StandardCharsets.UTF_8));
    if (referrals.add(id, report, target.recipient(), target.receiver(), referral)) {
      audit.add(
          opened.done(
              AuditAction.REFERRAL,
              target.value()
                  + ", "
                  + form.justification().purpose()
                  + ", "
                  + form.justification().basis()));
      shareFiles(id, opened, form);
    } else {
      audit.nothingToRecord();
    }
    String list = ReturnAddress.query(opened.request());
    return Response.seeOther(URI.create(opened.path() + "/referrals/" + id + list)).build();
  }

  private void shareFiles(
      UUID referralId, ReferralPages.ReferralRequest opened, ReferralForm form) {
    Report report = opened.report();
    Officer officer = opened.officer();
    List<ReferralAttachments.SelectedFile> files = attachments.selected(report, form, officer);
    try {
      attachments.share(referralId, files, report, officer);
    } catch (UnsealException altered) {
      refusals.add(opened.refused(AuditAction.REFERRAL));
      // The exception rolls back the transaction, with the referral.
      throw new ClientErrorException(CONFLICT, altered);
    }
    files.forEach(
        file ->
            audit.add(
                opened.done(AuditAction.REFERRAL_ENCLOSE, "attachment/" + file.attachment().id())));
  }
}
