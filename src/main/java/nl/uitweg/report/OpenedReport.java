package nl.uitweg.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/**
 * All words of one report in the clear, for a search that reads many; made by {@link
 * BulkReportReader}.
 *
 * @param messages messages of both sides, oldest first
 * @param notes of officers, oldest first
 */
public record OpenedReport(
    UUID id,
    Optional<String> municipality,
    List<String> forms,
    ReportState state,
    Urgency urgency,
    LocalDate receivedOn,
    ReportContent content,
    List<MessageText> messages,
    List<String> notes) {

  /** One message. */
  public record MessageText(boolean fromOfficer, String text) {

    /** Never the text: this may end in a log. */
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** Never the content: this may end in a log. */
  @Override
  public String toString() {
    return "OpenedReport";
  }
}
