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
 * Writes audit events as CSV for a spreadsheet. Each row has the names as stored, the action also
 * as text, and the stored hash of the event. The hash cannot be recomputed from the file: the time
 * is truncated to milliseconds and the hash of the previous event is left out. To verify the chain,
 * use {@code bin/audit verify}.
 */
final class AuditCsv {

  /** Spreadsheets need it to recognise UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String FORMULA_PREFIXES = "=+-@\t\r";

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
            escapeFormula(event.actor()),
            escapeFormula(event.action()),
            escapeFormula(auditTexts.actionWithDetail(event)),
            escapeFormula(event.object()),
            escapeFormula(event.result()),
            escapeFormula(event.reason()),
            event.hash());
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen: the writer is in memory
    }
  }

  /** Prefixes a text that a spreadsheet would evaluate as a formula (OWASP, CSV injection). */
  static String escapeFormula(String text) {
    return !text.isEmpty() && FORMULA_PREFIXES.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
