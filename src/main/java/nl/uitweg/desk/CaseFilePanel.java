package nl.uitweg.desk;

import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;

/**
 * A part of the case file that another feature of the desk adds; the case file shows all of them in
 * their order. Called inside the transaction in which the officer reads.
 */
public interface CaseFilePanel {

  /** Smaller stands higher. */
  int order();

  /**
   * @param content empty when it does not open
   * @return HTML of one {@code section}, or nothing
   */
  String html(Report report, Optional<ReportContent> content, Officer officer, Desk desk);

  /** What of this part cannot be decrypted, named for the audit. */
  default List<String> broken(Report report, Officer officer) {
    return List.of();
  }
}
