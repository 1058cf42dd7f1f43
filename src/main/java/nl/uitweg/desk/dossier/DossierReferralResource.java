package nl.uitweg.desk.dossier;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferralOptions;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.content.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Refers all reports of a dossier: the officer chooses the recipient and the purpose once, and then
 * decides for each report, in its own form, which answers are shared. Each reporter gave consent
 * for their own report only, so no report is referred without its form.
 */
@Path("backoffice/dossiers/{dossier}/referral")
@RolesAllowed(Officer.OFFICER)
class DossierReferralResource {

  private final CurrentOfficer current;
  private final DossierInAddress dossierInAddress;
  private final DeskFactory deskFactory;
  private final DossierContents contents;
  private final DossierTexts dossierTexts;
  private final ReferralOptions options;
  private final Referrals referrals;

  DossierReferralResource(
      CurrentOfficer current,
      DossierInAddress dossierInAddress,
      DeskFactory deskFactory,
      DossierContents contents,
      DossierTexts dossierTexts,
      ReferralOptions options,
      Referrals referrals) {
    this.current = current;
    this.dossierInAddress = dossierInAddress;
    this.deskFactory = deskFactory;
    this.contents = contents;
    this.dossierTexts = dossierTexts;
    this.options = options;
    this.referrals = referrals;
  }

  @CheckedTemplate(basePath = "desk/dossier")
  static class Templates {
    static native TemplateInstance referral(Desk desk, Plan plan, List<Row> rows);
  }

  /**
   * @param dossier title and number of the dossier
   * @param to chosen recipient, as text; empty when none is chosen
   */
  record Plan(
      String path,
      String dossierPath,
      String dossier,
      String to,
      List<DossierView.Option> recipients,
      List<DossierView.Option> purposes) {}

  /**
   * One report.
   *
   * @param consent what the reporter allowed, as a short text
   * @param done when it was referred to this recipient; empty when it was not
   * @param href address of its referral form; empty when it cannot be referred now
   */
  record Row(String number, String day, String consent, String done, String href) {}

  @GET
  @DeskAction(records = AuditAction.DOSSIER_REFERRAL)
  public Response plan(
      @QueryParam("to") @Nullable String to,
      @QueryParam("purpose") @Nullable String purpose,
      HttpServerRequest request) {
    Officer officer = current.get();
    Dossier dossier = dossierInAddress.current(dossierInAddress.get());
    Desk desk = deskFactory.create(request, officer, "dossier.referral-title");
    Texts texts = desk.texts();
    List<ReferralOptions.Choice> recipients = options.choices(dossier.municipality(), texts);
    Optional<ReferralOptions.Choice> chosen =
        recipients.stream().filter(choice -> choice.value().equals(to)).findFirst();
    String chosenPurpose =
        Optional.ofNullable(purpose)
            .filter(ReferralOptions.PURPOSES::contains)
            .or(() -> chosen.map(ReferralOptions.Choice::usualPurpose))
            .orElse("");
    Plan plan =
        new Plan(
            DossierViews.path(dossier) + "/referral",
            DossierViews.path(dossier),
            dossierTexts.title(dossier, texts) + " (" + dossier.number() + ")",
            chosen.map(ReferralOptions.Choice::text).orElse(""),
            recipients.stream()
                .map(
                    choice ->
                        new DossierView.Option(
                            choice.value(), choice.text(), choice.value().equals(to)))
                .toList(),
            ReferralOptions.PURPOSES.stream()
                .map(
                    key ->
                        new DossierView.Option(
                            key, texts.get("referral.purpose." + key), key.equals(chosenPurpose)))
                .toList());
    List<Row> rows =
        chosen
            .map(
                choice ->
                    contents.of(dossier, officer).stream()
                        .map(item -> row(item, choice.value(), chosenPurpose, plan, officer, texts))
                        .toList())
            .orElse(List.of());
    return HtmlResponse.ok(Templates.referral(desk, plan, rows));
  }

  private Row row(
      DossierContents.Item item,
      String to,
      String purpose,
      Plan plan,
      Officer officer,
      Texts texts) {
    Optional<String> done =
        referrals.of(item.report(), officer.municipalities()).stream()
            .map(Referrals.ReferralDetails::referral)
            .filter(referral -> ReferralOptions.value(referral).equals(to))
            .map(referral -> Dates.shortMoment(referral.referredAt(), texts.language()))
            .reduce((first, last) -> last);
    boolean possible = item.content().isPresent() && item.report().canBeReferred();
    String list = plan.path() + "?to=" + to + "&purpose=" + purpose;
    return new Row(
        item.number(),
        DossierTexts.day(item.report().receivedOn(), texts),
        item.content()
            .map(content -> texts.get("inbox.consent." + key(Consent.of(content))))
            .orElseGet(() -> texts.get(item.unreadableKey())),
        done.orElse(""),
        possible
            ? "/backoffice/reports/"
                + item.report().id()
                + "/referral"
                + ReturnAddress.fromList(list)
                + "&to="
                + to
                + "&purpose="
                + purpose
            : "");
  }

  private static String key(Consent consent) {
    return consent.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
