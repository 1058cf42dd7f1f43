package nl.uitweg.desk.dossier;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.desk.ReturnAddress;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.danger.DangerTexts;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.related.SharedTraces;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierNotes;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.InternalNote;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.retention.Retention;

/** Prepares the page of one dossier. */
@Singleton
class DossierViews {

  private final DossierTexts dossierTexts;
  private final Dossiers dossiers;
  private final DossierNotes notes;
  private final DossierRetention dossierRetention;
  private final SharedTraces sharedTraces;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;
  private final DangerTexts danger;
  private final Colleagues colleagues;

  DossierViews(
      DossierTexts dossierTexts,
      Dossiers dossiers,
      DossierNotes notes,
      DossierRetention dossierRetention,
      SharedTraces sharedTraces,
      ReportTexts reportTexts,
      DeskFactory deskFactory,
      DangerTexts danger,
      Colleagues colleagues) {
    this.dossierTexts = dossierTexts;
    this.dossiers = dossiers;
    this.notes = notes;
    this.dossierRetention = dossierRetention;
    this.sharedTraces = sharedTraces;
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
    this.danger = danger;
    this.colleagues = colleagues;
  }

  /**
   * @param items the reports of the dossier
   * @param seen version of the dossier, for the forms
   * @param input shown again in the form that was refused
   */
  DossierView view(
      Dossier dossier,
      List<DossierContents.Item> items,
      String seen,
      DossierInput input,
      Officer officer,
      Texts texts) {
    Map<UUID, Retention> retention = dossierRetention.of(items);
    Dossiers.Title title = dossiers.title(dossier);
    return new DossierView(
        header(dossier, title, officer, texts),
        items.stream().map(item -> row(item, retention, dossier, texts)).toList(),
        shared(items, officer, texts),
        DossierRetention.sentences(items, retention, texts),
        notes(dossier, texts),
        acts(dossier, title, seen, input, texts));
  }

  static String path(Dossier dossier) {
    return "/backoffice/dossiers/" + dossier.id();
  }

  private DossierView.Header header(
      Dossier dossier, Dossiers.Title title, Officer officer, Texts texts) {
    return new DossierView.Header(
        dossier.number().toString(),
        DossierTexts.title(title, texts),
        texts.get("dossier.kind." + dossier.kind().key()),
        texts.get(dossier.closed() ? "dossier.closed" : "dossier.open"),
        reportTexts.municipalityName(dossier.municipality(), texts),
        new DossierView.Owner(
            dossierTexts.facts(dossier, officer.name(), texts),
            !dossier.assignedTo().equals(Optional.of(officer.name()))));
  }

  private DossierView.Row row(
      DossierContents.Item item, Map<UUID, Retention> retention, Dossier dossier, Texts texts) {
    Report report = item.report();
    String list = ReturnAddress.fromList(path(dossier));
    return new DossierView.Row(
        report.id().toString(),
        "/backoffice/reports/" + report.id() + list,
        item.number(),
        report.forms().stream()
            .map(form -> reportTexts.optionText(Question.FORMS, form, deskFactory.dutchTexts()))
            .collect(Collectors.joining(", ")),
        summary(item, texts),
        new DossierView.Status(
            texts.get("desk.state." + report.state().key()),
            report.urgency() == Urgency.URGENT,
            report.state().isClosed()),
        DossierTexts.day(report.receivedOn(), texts),
        Optional.ofNullable(retention.get(report.id()))
            .map(kept -> DossierRetention.ofReport(kept, texts))
            .orElse(""));
  }

  private DossierView.Summary summary(DossierContents.Item item, Texts texts) {
    return item.content()
        .map(
            content ->
                new DossierView.Summary(
                    ReportTexts.summary(reportTexts.whatHappens(content, deskFactory.dutchTexts())),
                    content.language(),
                    danger.inList(content, texts),
                    ""))
        .orElseGet(() -> new DossierView.Summary("", "", "", texts.get(item.unreadableKey())));
  }

  private List<String> shared(List<DossierContents.Item> items, Officer officer, Texts texts) {
    return sharedTraces.among(DossierContents.readable(items), officer).stream()
        .map(
            shared ->
                texts.get(
                    "dossier.shared",
                    texts.get("dossier.kind." + shared.kind().key()),
                    shared.text(),
                    shared.reports().size()))
        .toList();
  }

  private List<DossierView.Note> notes(Dossier dossier, Texts texts) {
    return notes.of(dossier).stream().map(note -> note(note, texts)).toList();
  }

  private static DossierView.Note note(InternalNote note, Texts texts) {
    return note.readable()
        ? new DossierView.Note(
            note.author(), Dates.moment(note.at(), texts.language()), note.text(), true)
        : new DossierView.Note("", "", "", false);
  }

  private DossierView.Acts acts(
      Dossier dossier, Dossiers.Title title, String seen, DossierInput input, Texts texts) {
    boolean splitting = !input.reports().isEmpty();
    DossierView.Title stored =
        new DossierView.Title(title.text(), DossierTexts.kinds(dossier.kind().key(), texts));
    DossierView.Title entered =
        new DossierView.Title(input.title(), DossierTexts.kinds(input.kind(), texts));
    return new DossierView.Acts(
        path(dossier),
        seen,
        dossier.closed(),
        dossier.undo().map(undo -> texts.get("dossier.undo." + DossierTexts.key(undo))).orElse(""),
        splitting || input.title().isEmpty() ? stored : entered,
        splitting ? entered : new DossierView.Title("", stored.kinds()),
        dossierTexts.open(dossier.municipality(), input.other(), texts).stream()
            .filter(option -> !option.value().equals(dossier.id().toString()))
            .toList(),
        colleagues.in(dossier.municipality()));
  }
}
