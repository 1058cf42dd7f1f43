package nl.uitweg.desk.statistics;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.uitweg.platform.i18n.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Renders the figures as files: the half-year report as PDF, and the numbers as CSV for further
 * calculation.
 */
final class StatisticsExport {

  /** Excel needs it to recognise UTF-8. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private StatisticsExport() {}

  /**
   * Renders a document as PDF.
   *
   * @param xhtml a complete document that refers to no other resources
   */
  static byte[] pdf(String xhtml) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .useUriResolver((base, uri) -> null)
          .withHtmlContent(xhtml, "")
          .toStream(pdf)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("The half-year report cannot be rendered as PDF", e);
    }
    return pdf.toByteArray();
  }

  /**
   * Writes one record per number; the number is left empty when it is hidden. The delimiter is a
   * semicolon, as spreadsheets with Dutch settings expect.
   */
  static String csv(StatisticsPage page, Texts texts) {
    StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
    try (CSVPrinter out = new CSVPrinter(text, format)) {
      out.printRecord(
          texts.get("figures.of"),
          texts.get("figures.period"),
          texts.get("figures.by"),
          texts.get("figures.category"),
          texts.get("figures.number"));
      for (Chart chart : page.content().charts()) {
        for (Chart.Bar bar : chart.bars()) {
          out.printRecord(
              page.subject(),
              page.period(),
              chart.title(),
              bar.label(),
              bar.shown() ? bar.number() : "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The figures cannot be written as CSV", e);
    }
    return text.toString();
  }
}
