package nl.uitweg.desk.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.Officer;
import nl.uitweg.referral.HandOver;
import nl.uitweg.referral.Referrals;
import nl.uitweg.report.Report;
import nl.uitweg.report.Signal;

/** The part of the case file that says to whom it was handed over, and what came of it. */
@Singleton
class ReferralPanel implements CaseFilePanel {

  private static final int ORDER = 40;

  private final Referrals referrals;
  private final HandOverViews views;
  private final Choices choices;

  ReferralPanel(Referrals referrals, HandOverViews views, Choices choices) {
    this.referrals = referrals;
    this.views = views;
    this.choices = choices;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance referralpanel(
        Desk desk, String start, boolean possible, List<Item> items);
  }

  /**
   * @param opens false when the sealed record was altered
   * @param inside whether the recipient works in this system and notes receipt there
   */
  record Item(
      String id,
      String path,
      String to,
      String at,
      String reference,
      String officer,
      List<HandOverViews.NoteView> notes,
      boolean opens,
      boolean inside) {}

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String html(Signal signal, Optional<Report> report, Officer officer, Desk desk) {
    String path = "/backoffice/reports/" + signal.id();
    List<Item> items =
        referrals.of(signal, officer.municipalities()).stream()
            .map(opened -> item(opened, path, desk))
            .toList();
    boolean possible = report.isPresent() && Referrals.allowed(signal);
    return Templates.referralpanel(desk, path + "/referral", possible, items).render();
  }

  @Override
  public List<String> broken(Signal signal, Officer officer) {
    return referrals.of(signal, officer.municipalities()).stream()
        .filter(opened -> opened.content().isEmpty())
        .map(opened -> "referral/" + opened.referral().id())
        .toList();
  }

  private Item item(Referrals.Opened opened, String path, Desk desk) {
    Optional<HandOver> content = opened.content();
    String id = opened.referral().id().toString();
    return new Item(
        id,
        path + "/referrals/" + id,
        choices.name(opened.referral().recipient(), opened.referral().receiver(), desk.texts()),
        HandOverViews.time(opened.referral().handedOverAt(), desk.texts()),
        content.map(HandOver::reference).orElse(""),
        content.map(HandOver::officer).orElse(""),
        views.notes(opened, desk),
        content.isPresent(),
        opened.referral().receiver().isPresent());
  }
}
