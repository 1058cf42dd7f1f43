package nl.uitweg.backoffice.referral;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.uitweg.language.Texts;
import nl.uitweg.sealing.LockedPdf;
import nl.uitweg.signal.ReportFormat;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The hand-over file: a PDF that opens with its passphrase, with the same as JSON attached inside
 * it; or the JSON alone. Made in memory when an officer asks, and stored nowhere.
 */
@Singleton
class HandOverFile {

  private static final String STYLE = "handover/handover.css";

  private final Lettering lettering;

  HandOverFile(Lettering lettering) {
    this.lettering = lettering;
    XRLog.setLoggingEnabled(false); // it would log parts of the page
  }

  /**
   * One answer as it stands in the PDF.
   *
   * @param picture of the text where the font lacks its letters; otherwise empty
   * @param missing neither letters nor picture: the text is in the attached JSON only
   */
  record Line(
      String label,
      List<String> options,
      String text,
      String picture,
      boolean missing,
      boolean redacted,
      String direction) {}

  /** Everything in the JSON; the reference is its only name. */
  record Plain(String to, HandOverViews.View handOver) {}

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance handover(
        Texts m, String style, String to, HandOverViews.View view, List<Line> lines);
  }

  byte[] json(String to, HandOverViews.View view) {
    return ReportFormat.write(new Plain(to, view));
  }

  byte[] pdf(String to, HandOverViews.View view, String passphrase, Texts m) {
    List<Line> lines = view.answers().stream().map(this::line).toList();
    String html = Lettering.xml(Templates.handover(m, style(), to, view, lines).render());
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(html, null)
            .withProducer("Uitweg")
            .useFont(Lettering::regular, "hand-over")
            .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
            .useUnicodeBidiReorderer(new ICUBidiReorderer());
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      attach(document, json(to, view));
      return LockedPdf.write(document, passphrase);
    } catch (IOException e) {
      throw new UncheckedIOException("The hand-over file cannot be made", e);
    }
  }

  private static String style() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(STYLE)) {
      if (file == null) {
        throw new IllegalStateException(STYLE + " is not in the application");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE + " cannot be read", e);
    }
  }

  private Line line(HandOverViews.Answer answer) {
    String text = answer.text();
    boolean plain = Lettering.has(text);
    String picture = plain ? "" : lettering.picture(text);
    return new Line(
        answer.label(),
        answer.options(),
        plain ? text : "",
        picture,
        !plain && picture.isEmpty(),
        answer.redacted(),
        Lettering.direction(text));
  }

  private static void attach(PDDocument document, byte[] json) throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
    file.setSubtype("application/json");
    file.setSize(json.length);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile("handover.json");
    specification.setFileUnicode("handover.json");
    specification.setEmbeddedFile(file);
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of("handover.json", specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }
}
