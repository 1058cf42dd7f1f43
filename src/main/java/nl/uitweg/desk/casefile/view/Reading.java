package nl.uitweg.desk.casefile.view;

import java.util.List;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.Report;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReplacedContentException;

/**
 * One officer reading one report: what every part of the page is made from.
 *
 * @param unreadableParts names, as recorded in the audit trail, of the parts that cannot be
 *     decrypted; each part of the page adds its own
 */
record Reading(Report report, Officer officer, Desk desk, List<String> unreadableParts) {

  Texts texts() {
    return desk.texts();
  }

  /** Municipalities whose keys may decrypt the report for this officer. */
  List<String> municipalities() {
    return officer.municipalities();
  }

  void addUnreadable(String part) {
    unreadableParts.add(part);
  }

  /** Adds a part with the reason why it cannot be decrypted, as far as that is known. */
  void addUnreadable(String part, Exception reason) {
    if (reason instanceof PurgedReportException) {
      addUnreadable(part + "-purged");
    } else {
      addUnreadable(reason instanceof ReplacedContentException ? part + "-replaced" : part);
    }
  }
}
