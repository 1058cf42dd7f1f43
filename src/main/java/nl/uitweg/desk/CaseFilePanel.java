package nl.uitweg.desk;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.ReportContent;

/**
 * A section of the case file that another feature of the desk contributes. The case file page shows
 * all panels, sorted by {@link #order()}. {@link #html} and {@link #unreadableParts} are called
 * inside the transaction in which the officer reads the report.
 */
public interface CaseFilePanel {

  /** Position on the page; panels with a lower number come first. */
  int order();

  /**
   * @param content empty when it cannot be decrypted
   * @return a template with one {@code section} element, or with nothing
   */
  TemplateInstance html(Report report, Optional<ReportContent> content, Officer officer, Desk desk);

  /**
   * Texts that the case file shows at the top, because an officer must not overlook them. Called
   * before {@link #html}.
   */
  default List<String> marks(Report report, Desk desk) {
    return List.of();
  }

  /** Names, as recorded in the audit trail, of the parts of this panel that cannot be decrypted. */
  default List<String> unreadableParts(Report report, Officer officer) {
    return List.of();
  }
}
