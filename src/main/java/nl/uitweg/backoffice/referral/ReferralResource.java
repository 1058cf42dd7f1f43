package nl.uitweg.backoffice.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.backoffice.CurrentOfficer;
import nl.uitweg.backoffice.Desk;
import nl.uitweg.backoffice.DeskTokens;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.backoffice.Officer;
import nl.uitweg.signal.Consent;
import nl.uitweg.signal.Report;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.referral.HandOver;
import nl.uitweg.signal.referral.Referrals;

/**
 * Hands a report over: the form, the preview, and the moment it is final. {@link
 * SentReferralResource} shows it afterwards.
 */
@Path("backoffice/reports/{id}/referral")
@RolesAllowed(Officer.OFFICER)
class ReferralResource {

  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final ReferralCheck.Problem SHUT =
      new ReferralCheck.Problem("main", "referral.problem-state");

  private final CurrentOfficer current;
  private final Desks desks;
  private final DeskTokens tokens;
  private final OfficersReport reports;
  private final ReferralViews views;
  private final HandOverViews handOvers;
  private final Choices choices;
  private final ReferralCheck check;
  private final Drafting drafting;
  private final Referrals referrals;
  private final Enclosures enclosures;
  private final AuditTrail audit;

  ReferralResource(
      CurrentOfficer current,
      Desks desks,
      DeskTokens tokens,
      OfficersReport reports,
      ReferralViews views,
      HandOverViews handOvers,
      Choices choices,
      ReferralCheck check,
      Drafting drafting,
      Referrals referrals,
      Enclosures enclosures,
      AuditTrail audit) {
    this.current = current;
    this.desks = desks;
    this.tokens = tokens;
    this.reports = reports;
    this.views = views;
    this.handOvers = handOvers;
    this.choices = choices;
    this.check = check;
    this.drafting = drafting;
    this.referrals = referrals;
    this.enclosures = enclosures;
    this.audit = audit;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance referral(
        Desk desk, ReferralViews.View form, List<ReferralViews.Said> problems);

    static native TemplateInstance referralpreview(
        Desk desk, String path, String to, HandOverViews.View view, List<ReferralViews.Kept> kept);
  }

  @GET
  @Transactional
  public Response form(String id, HttpServerRequest request) {
    Officer officer = current.get();
    Signal signal = reports.find(id, officer);
    Report report = reports.open(signal, officer).orElseThrow(NotFoundException::new);
    record(officer, "referral-form", signal, "done", "");
    boolean allowed = Referrals.allowed(signal);
    return form(
        allowed ? 200 : CONFLICT,
        signal,
        report,
        ReferralForm.empty(report),
        allowed ? List.of() : List.of(SHUT),
        officer,
        request);
  }

  /** {@code step} is {@code preview}, {@code change} (back to the form) or {@code send}. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response step(
      String id, MultivaluedMap<String, String> posted, HttpServerRequest request) {
    Officer officer = current.get();
    tokens.check(posted, officer);
    Signal signal = reports.forChange(id, officer);
    Report report = reports.open(signal, officer).orElseThrow(NotFoundException::new);
    ReferralForm form = ReferralForm.read(posted, report);
    String step = Optional.ofNullable(posted.getFirst("step")).orElse("preview");
    if (step.equals("change")) {
      return form(200, signal, report, form, List.of(), officer, request);
    }
    List<ReferralCheck.Problem> problems = new ArrayList<>(check.problems(form, signal, report));
    enclosures.problem(signal, form, officer).ifPresent(problems::add);
    if (!Referrals.allowed(signal)) {
      problems = List.of(SHUT);
    }
    Optional<Target> target = choices.target(form.recipient(), signal);
    if (!problems.isEmpty() || target.isEmpty()) {
      if (step.equals("send") || ReferralCheck.forbidden(form, report)) {
        record(officer, "referral", signal, "refused", "");
      }
      int status = Referrals.allowed(signal) ? UNPROCESSABLE : CONFLICT;
      return form(status, signal, report, form, problems, officer, request);
    }
    HandOver content = drafting.of(form, signal, report, officer);
    return step.equals("send")
        ? send(signal, form, target.get(), content, officer)
        : preview(signal, report, form, target.get(), content, officer, request);
  }

  private Response preview(
      Signal signal,
      Report report,
      ReferralForm form,
      Target target,
      HandOver content,
      Officer officer,
      HttpServerRequest request) {
    if (form.fields().stream().anyMatch(Consent::identifies)) {
      record(officer, "contact", signal, "done", "hand-over");
    }
    Desk desk = desks.of(request, officer, "referral.preview-title");
    return html(
        200,
        Templates.referralpreview(
            desk,
            path(signal),
            choices.name(target.recipient(), target.receiver(), desk.m()),
            handOvers.preview(content, enclosures.chosen(signal, form, officer), desk.m()),
            ReferralViews.kept(form, report)));
  }

  private Response send(
      Signal signal, ReferralForm form, Target target, HandOver content, Officer officer) {
    String name = signal.id() + "/" + form.draft();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    if (referrals.add(id, signal, target.recipient(), target.receiver(), content)) {
      record(
          officer,
          "referral",
          signal,
          "done",
          target.value() + ", " + form.purpose() + ", " + form.basis());
      List<Enclosures.Chosen> chosen = enclosures.chosen(signal, form, officer);
      enclosures.send(id, chosen, signal, officer);
      chosen.forEach(
          one ->
              record(
                  officer,
                  "referral-enclose",
                  signal,
                  "done",
                  "attachment/" + one.attachment().id()));
    }
    return Response.seeOther(URI.create("/backoffice/reports/" + signal.id() + "/referrals/" + id))
        .build();
  }

  private Response form(
      int status,
      Signal signal,
      Report report,
      ReferralForm form,
      List<ReferralCheck.Problem> problems,
      Officer officer,
      HttpServerRequest request) {
    Desk desk = desks.of(request, officer, "referral.title");
    return html(
        status,
        Templates.referral(
            desk,
            views.view(
                path(signal),
                signal,
                report,
                form,
                enclosures.choices(signal, form, officer, desk.m()),
                desk),
            ReferralViews.said(problems, desk)));
  }

  private static String path(Signal signal) {
    return "/backoffice/reports/" + signal.id();
  }

  private void record(Officer officer, String action, Signal signal, String result, String reason) {
    audit.add(
        new AuditTrail.Entry(officer.name(), action, "signal/" + signal.id(), result, reason));
  }

  static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .entity(template.render())
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
