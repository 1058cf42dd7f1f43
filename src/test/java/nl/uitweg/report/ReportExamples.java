package nl.uitweg.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.sealed.ReportOrigin;

/** Reports in a state that a test chooses, without a database. */
public final class ReportExamples {

  public static final LocalDate RECEIVED_ON = LocalDate.of(2026, 11, 25);

  private ReportExamples() {}

  /** A new report that was sent to one municipality. */
  public static Report sentTo(String municipality) {
    return report(Optional.of(municipality));
  }

  /** A new report that was sent to all municipalities. */
  public static Report sentToAll() {
    return report(Optional.empty());
  }

  public static Report inState(ReportState state) {
    Report report = sentTo("zilvervoort");
    report.state = state;
    return report;
  }

  public static Report closed(String municipality, LocalDate closedOn) {
    Report report = sentTo(municipality);
    report.state = ReportState.CLOSED;
    report.closedOn = closedOn;
    return report;
  }

  public static Report withdrawn(String municipality, LocalDate closedOn) {
    Report report = closed(municipality, closedOn);
    report.withdrawn = true;
    return report;
  }

  private static Report report(Optional<String> addressedTo) {
    return new Report(
        new ReportOrigin(UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab"), addressedTo),
        List.of("labour"),
        Urgency.NORMAL,
        RECEIVED_ON,
        new byte[] {2, 0});
  }
}
