package nl.uitweg.desk.agenda;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.CaseFilePanel;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.WorkingDays;
import nl.uitweg.report.Report;
import nl.uitweg.report.agenda.AgendaItem;
import nl.uitweg.report.agenda.AgendaItems;
import nl.uitweg.report.agenda.AgendaKind;
import nl.uitweg.report.content.ReportContent;

/**
 * The panel of the case file with what officers mean to do about the report. With the parameter
 * {@code kind} in the address, the form is unfolded with that kind; for an interpreter also with
 * the language of the report.
 */
@Singleton
class AgendaPanel implements CaseFilePanel {

  private static final int ORDER = 15;
  private static final String PART = "agenda";

  private final AgendaItems items;
  private final AgendaViews views;
  private final ReportTexts reportTexts;
  private final UriInfo address;
  private final Clock clock;

  AgendaPanel(
      AgendaItems items, AgendaViews views, ReportTexts reportTexts, UriInfo address, Clock clock) {
    this.items = items;
    this.views = views;
    this.reportTexts = reportTexts;
    this.address = address;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "desk/agenda")
  static class Templates {
    static native TemplateInstance panel(
        Desk desk,
        List<AgendaViews.Item> open,
        List<AgendaViews.Item> done,
        List<AgendaViews.Form> forms);
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public List<String> unreadableParts(Report report, Officer officer) {
    boolean readable =
        items.of(report, officer.municipalities()).stream().allMatch(AgendaItem::readable);
    return readable ? List.of() : List.of(PART);
  }

  @Override
  public TemplateInstance html(
      Report report, Optional<ReportContent> content, Officer officer, Desk desk) {
    List<AgendaViews.Item> all =
        items.of(report, officer.municipalities()).stream()
            .map(item -> views.item(item, AgendaViews.ReportLink.NONE, officer, desk.texts()))
            .toList();
    return Templates.panel(
        desk,
        all.stream().filter(item -> item.done().isEmpty()).toList(),
        all.stream().filter(item -> !item.done().isEmpty()).toList(),
        report.municipality().stream()
            .map(taken -> form(report, content, officer, desk.texts()))
            .toList());
  }

  private AgendaViews.Form form(
      Report report, Optional<ReportContent> content, Officer officer, Texts texts) {
    Optional<AgendaKind> kind =
        Optional.ofNullable(address.getQueryParameters().getFirst("kind"))
            .flatMap(AgendaKind::ofKey);
    String note =
        kind.filter(AgendaKind.INTERPRETER::equals)
            .flatMap(chosen -> content)
            .map(known -> reportTexts.languageName(known.language(), texts))
            .map(language -> texts.get("agenda.interpreter-note", language))
            .orElse("");
    AgendaInput input =
        new AgendaInput(
            kind.map(AgendaKind::key).orElse(""),
            WorkingDays.after(DutchTime.today(clock), 1).toString(),
            officer.name(),
            note);
    return views.form(report, input, kind.isPresent(), officer, texts);
  }
}
