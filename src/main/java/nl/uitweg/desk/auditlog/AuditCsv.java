package nl.uitweg.desk.auditlog;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.platform.i18n.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Events as a table for a spreadsheet: the names of the log, so that hashes can be checked, and the
 * words beside them.
 */
final class AuditCsv {

  /** So that a spreadsheet reads UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String FORMULA = "=+-@\t\r";

  private AuditCsv() {}

  static String of(List<AuditEvent> events, Texts texts) {
    AuditTexts auditTexts = new AuditTexts(texts);
    StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    try (CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord(
          "position", "at", "actor", "action", "what", "object", "result", "reason", "hash");
      for (AuditEvent event : events) {
        table.printRecord(
            event.position(),
            event.at().truncatedTo(ChronoUnit.MILLIS),
            safe(event.actor()),
            safe(event.action()),
            safe(auditTexts.action(event.action())),
            safe(event.object()),
            safe(event.result()),
            safe(event.reason()),
            event.hash());
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a writer in memory does not fail
    }
  }

  /** A spreadsheet would calculate with what begins like this (OWASP, CSV injection). */
  static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
