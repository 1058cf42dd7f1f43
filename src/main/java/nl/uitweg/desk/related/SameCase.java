package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.DossierKind;
import nl.uitweg.dossier.DossierReports;
import nl.uitweg.dossier.Dossiers;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;

/** Puts two reports about the same case into one dossier. */
@Singleton
class SameCase {

  private final Reports reports;
  private final Dossiers dossiers;
  private final DossierReports dossierReports;
  private final SharedTraces sharedTraces;

  SameCase(
      Reports reports,
      Dossiers dossiers,
      DossierReports dossierReports,
      SharedTraces sharedTraces) {
    this.reports = reports;
    this.dossiers = dossiers;
    this.dossierReports = dossierReports;
    this.sharedTraces = sharedTraces;
  }

  /** What happened with the two reports. */
  enum Result {
    /** They are in one dossier from now on. */
    JOINED,
    /** They were in one dossier already. */
    TOGETHER,
    /** Each is in another dossier; an officer decides whether to merge these. */
    TWO_DOSSIERS,
    /** They are not of the same municipality, or none has taken one of them. */
    NOT_ALLOWED
  }

  /**
   * Puts both reports into the dossier of either, or into a new one that is named after the trace
   * that they share.
   *
   * @param newTitle title of a new dossier when they share no trace any more
   */
  Result join(Report report, Report other, String newTitle, Officer officer) {
    if (report.municipality().isEmpty() || !report.municipality().equals(other.municipality())) {
      return Result.NOT_ALLOWED;
    }
    lock(report, other, officer);
    Optional<UUID> one = dossierReports.dossierOf(report.id());
    Optional<UUID> two = dossierReports.dossierOf(other.id());
    if (one.isPresent() && two.isPresent()) {
      return one.equals(two) ? Result.TOGETHER : Result.TWO_DOSSIERS;
    }
    Dossier dossier =
        one.or(() -> two)
            .flatMap(id -> dossiers.findForUpdate(id, officer.municipalities()))
            .orElseGet(() -> create(report, other, newTitle, officer));
    for (Report added : List.of(report, other)) {
      dossierReports.add(dossier, added, officer.name());
    }
    if (dossier.closed()) {
      dossiers.setClosed(dossier, false, officer.name());
    }
    return Result.JOINED;
  }

  /** Locks both reports, in an order that is the same for every request. */
  private void lock(Report report, Report other, Officer officer) {
    Stream.of(report, other)
        .map(Report::id)
        .sorted(Comparator.naturalOrder())
        .forEach(id -> reports.findForUpdate(id, officer.municipalities()));
  }

  private Dossier create(Report report, Report other, String newTitle, Officer officer) {
    Optional<SharedTraces.SharedTrace> shared =
        open(report, officer)
            .flatMap(content -> sharedTraces.with(other.id(), report, content, officer));
    return dossiers.create(
        report.municipality().orElseThrow(),
        shared.map(SharedTraces.SharedTrace::kind).orElse(DossierKind.OTHER),
        shared.map(SharedTraces.SharedTrace::text).map(Dossiers::cutTitle).orElse(newTitle),
        officer.name());
  }

  private Optional<ReportContent> open(Report report, Officer officer) {
    try {
      return Optional.of(reports.open(report, officer.municipalities()));
    } catch (UnsealException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
