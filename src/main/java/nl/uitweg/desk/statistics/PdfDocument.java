package nl.uitweg.desk.statistics;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nl.uitweg.platform.i18n.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The figures to hand out: PDF for the meeting, CSV for whoever counts on. */
final class PdfDocument {

  /** Without it Excel takes UTF-8 for something else. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PdfDocument() {}

  /** How the report looks; inside the document, because the drawing loads nothing. */
  static String stylesheet() {
    try (InputStream css = PdfDocument.class.getResourceAsStream("/statistics/halfyear.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("statistics/halfyear.css cannot be read", e);
    }
  }

  /**
   * @param xhtml a whole document that loads nothing
   */
  static byte[] pdf(String xhtml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .useUriResolver((base, uri) -> null)
          .withHtmlContent(xhtml, "")
          .toStream(bytes)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be drawn", e);
    }
    return bytes.toByteArray();
  }

  /** One line per number; an empty number is hidden. Semicolons, as Dutch spreadsheets expect. */
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
      for (Chart chart : page.charts()) {
        for (Chart.Bar bar : chart.bars()) {
          out.printRecord(
              page.of(),
              page.period(),
              chart.title(),
              bar.label(),
              bar.shown() ? bar.number() : "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
