package nl.uitweg.desk.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.referral.NewOutcomes;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;

/** The panel of the case file with the referrals of the report and their notes. */
@Singleton
class ReferralPanel implements CaseFilePanel {

  private static final int ORDER = 40;

  private final Referrals referrals;
  private final ReferralContentViews views;
  private final ReferralOptions options;
  private final NewOutcomes newOutcomes;

  ReferralPanel(
      Referrals referrals,
      ReferralContentViews views,
      ReferralOptions options,
      NewOutcomes newOutcomes) {
    this.referrals = referrals;
    this.views = views;
    this.options = options;
    this.newOutcomes = newOutcomes;
  }

  @CheckedTemplate(basePath = "desk/referral")
  static class Templates {
    static native TemplateInstance panel(
        Desk desk, String startPath, List<Target> targets, List<Item> items);
  }

  /**
   * @param readable false when the sealed referral cannot be decrypted
   * @param internalRecipient whether the recipient uses this system and confirms receipt in it
   */
  record Item(
      String id,
      String path,
      Summary summary,
      List<ReferralContentViews.NoteView> notes,
      boolean readable,
      boolean internalRecipient) {}

  /** A recipient to whom the report can be referred. */
  record Target(String value, String name) {}

  private List<Target> targets(Report report, Desk desk) {
    return options.targets(report).stream()
        .map(
            target ->
                new Target(
                    target.value(),
                    options.recipientName(target.recipient(), target.receiver(), desk.texts())))
        .toList();
  }

  /** To whom a report was referred, when and by whom; partly empty when it is not readable. */
  record Summary(String to, String at, String reference, String officer) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public List<String> marks(Report report, Desk desk) {
    return newOutcomes.isAnnounced(report)
        ? List.of(desk.texts().get("referral.new-outcome"))
        : List.of();
  }

  /** The page shows the outcomes, so they are not new any more. */
  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    newOutcomes.markSeen(report);
    String path = "/backoffice/reports/" + report.id();
    List<Item> items =
        referrals.of(report, officer.municipalities()).stream()
            .map(details -> item(details, path, desk))
            .toList();
    boolean mayRefer = content.isPresent() && report.canBeReferred();
    return Templates.panel(
        desk, path + "/referral", mayRefer ? targets(report, desk) : List.of(), items);
  }

  @Override
  public List<String> unreadableParts(Report report, Officer officer) {
    return referrals.of(report, officer.municipalities()).stream()
        .filter(details -> details.content().isEmpty())
        .map(details -> AuditObject.referral(details.referral().id()).name())
        .toList();
  }

  private Item item(Referrals.ReferralDetails details, String path, Desk desk) {
    Optional<ReferralContent> content = details.content();
    String id = details.referral().id().toString();
    Summary summary =
        new Summary(
            options.recipientName(
                details.referral().recipient(), details.referral().receiver(), desk.texts()),
            Dates.shortMoment(details.referral().referredAt(), desk.texts().language()),
            content.map(ReferralContent::reference).orElse(""),
            content.map(ReferralContent::officer).orElse(""));
    return new Item(
        id,
        path + "/referrals/" + id,
        summary,
        views.notes(details, desk),
        content.isPresent(),
        details.referral().receiver().isPresent());
  }
}
