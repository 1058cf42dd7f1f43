package nl.uitweg.desk.referral.sent;

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
import java.util.TreeMap;
import nl.uitweg.desk.referral.ReferralContentViews;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.EncryptedPdf;
import nl.uitweg.report.content.ReportFormat;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * The file of a referral: a PDF that opens with its passphrase, with the same as JSON attached
 * inside it, and the files that go along; or the JSON alone. Made in memory when an officer asks,
 * and stored nowhere.
 */
@Singleton
class ReferralDocument {

  private static final String JSON = "handover.json";
  private static final String STYLE = "referral/referral.css";

  private final DocumentFonts fonts;

  ReferralDocument(DocumentFonts fonts) {
    this.fonts = fonts;
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
  record Plain(String to, ReferralContentViews.View handOver) {}

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance referraldocument(
        Texts texts, String style, String to, ReferralContentViews.View view, List<Line> lines);
  }

  byte[] json(String to, ReferralContentViews.View view) {
    return ReportFormat.write(new Plain(to, view));
  }

  /**
   * @param files name → what goes along, attached beside the JSON
   */
  byte[] pdf(
      String to,
      ReferralContentViews.View view,
      Map<String, byte[]> files,
      String passphrase,
      Texts texts) {
    List<Line> lines = view.answers().stream().map(this::line).toList();
    String html =
        DocumentFonts.xml(Templates.referraldocument(texts, style(), to, view, lines).render());
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .withHtmlContent(html, null)
            .withProducer("Uitweg")
            .useFont(DocumentFonts::regular, "referral")
            .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
            .useUnicodeBidiReorderer(new ICUBidiReorderer());
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      Map<String, PDComplexFileSpecification> attached = new TreeMap<>();
      attached.put(JSON, file(document, JSON, "application/json", json(to, view)));
      for (ReferralContentViews.AttachedFile one : view.files()) {
        byte[] content = files.get(one.name());
        if (content != null) {
          attached.put(one.name(), file(document, one.name(), one.mediaType(), content));
        }
      }
      attach(document, attached);
      return EncryptedPdf.write(document, passphrase);
    } catch (IOException e) {
      throw new UncheckedIOException("The file of the referral cannot be made", e);
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

  private Line line(ReferralContentViews.Answer answer) {
    String text = answer.text();
    boolean plain = DocumentFonts.has(text);
    String picture = plain ? "" : fonts.picture(text);
    return new Line(
        answer.label(),
        answer.options(),
        plain ? text : "",
        picture,
        !plain && picture.isEmpty(),
        answer.redacted(),
        DocumentFonts.direction(text));
  }

  private static PDComplexFileSpecification file(
      PDDocument document, String name, String mediaType, byte[] content) throws IOException {
    PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(content));
    file.setSubtype(mediaType);
    file.setSize(content.length);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(file);
    return specification;
  }

  private static void attach(
      PDDocument document, Map<String, PDComplexFileSpecification> attached) {
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(attached);
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }
}
