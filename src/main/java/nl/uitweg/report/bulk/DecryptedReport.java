package nl.uitweg.report.bulk;

import java.util.List;
import nl.uitweg.report.content.ReportContent;

/**
 * One report with all its decrypted texts, for a search through many reports. Created by {@link
 * BulkReportReader}.
 *
 * @param messages messages of officer and reporter, oldest first
 * @param notes notes of officers, oldest first
 * @param translations translations by officers, in no particular order
 */
public record DecryptedReport(
    ReportHeader header,
    ReportContent content,
    List<MessageText> messages,
    List<String> notes,
    List<String> translations) {

  /** The text of one message. */
  public record MessageText(boolean fromOfficer, String text) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "MessageText";
    }
  }

  /** Omits the content, because the result may be logged. */
  @Override
  public String toString() {
    return "DecryptedReport";
  }
}
