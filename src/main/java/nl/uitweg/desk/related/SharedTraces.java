package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.dossier.DossierKind;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;

/** Tells other screens which traces a report shares with other reports of the officer. */
@Singleton
public class SharedTraces {

  private final Traces traces;
  private final RelatedReports relatedReports;
  private final Reports reports;

  SharedTraces(Traces traces, RelatedReports relatedReports, Reports reports) {
    this.traces = traces;
    this.relatedReports = relatedReports;
    this.reports = reports;
  }

  /**
   * A trace that reports share.
   *
   * @param kind the kind of a dossier about this trace
   * @param text the trace as it was written
   * @param reports the other reports that have it
   */
  public record SharedTrace(DossierKind kind, String text, List<UUID> reports) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "SharedTrace of kind " + kind;
    }
  }

  /**
   * The traces that a report shares with other reports of the last twelve months, without reports
   * of which an officer said that they are about another case.
   */
  public List<SharedTrace> of(Report report, ReportContent content, Officer officer) {
    return relatedReports.find(report.id(), traces(report, content, officer)).stream()
        .map(
            matches ->
                new SharedTrace(
                    kind(matches.trace().kind()),
                    matches.trace().original(),
                    matches.reports().stream()
                        .filter(other -> other.decision() != LinkDecision.REJECTED)
                        .map(RelatedReport::id)
                        .toList()))
        .filter(shared -> !shared.reports().isEmpty())
        .toList();
  }

  /**
   * The traces that at least two of these reports certainly or probably have, as the first of them
   * wrote it.
   *
   * @param contents the reports with their content
   */
  public List<SharedTrace> among(Map<Report, ReportContent> contents, Officer officer) {
    Map<FoundTrace, Set<UUID>> reportsByTrace = new LinkedHashMap<>();
    contents.forEach(
        (report, content) ->
            traces(report, content, officer)
                .forEach(
                    trace ->
                        reportsByTrace
                            .computeIfAbsent(
                                firstSame(trace, reportsByTrace), none -> new LinkedHashSet<>())
                            .add(report.id())));
    return reportsByTrace.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(
            entry ->
                new SharedTrace(
                    kind(entry.getKey().kind()),
                    entry.getKey().original(),
                    List.copyOf(entry.getValue())))
        .toList();
  }

  private static FoundTrace firstSame(FoundTrace trace, Map<FoundTrace, Set<UUID>> known) {
    return known.keySet().stream().filter(trace::isLike).findFirst().orElse(trace);
  }

  /** The traces in the answers and the messages of a report. */
  List<FoundTrace> traces(Report report, ReportContent content, Officer officer) {
    return traces.find(content, messages(report, officer));
  }

  /** The first trace of a report that another report has too. */
  Optional<SharedTrace> with(UUID other, Report report, ReportContent content, Officer officer) {
    return of(report, content, officer).stream()
        .filter(shared -> shared.reports().contains(other))
        .findFirst();
  }

  private Collection<String> messages(Report report, Officer officer) {
    try {
      return reports.reporterTexts(report, officer.municipalities()).values();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the case file itself shows that they are unreadable
    }
  }

  private static DossierKind kind(Trace.Kind kind) {
    return switch (kind) {
      case ADDRESS -> DossierKind.HOUSE;
      case PHONE -> DossierKind.PHONE;
      case PLATE -> DossierKind.PLATE;
      case PROFILE -> DossierKind.PROFILE;
    };
  }
}
