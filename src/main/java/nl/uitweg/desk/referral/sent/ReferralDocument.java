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
import java.io.UncheckedIOException;
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
 * Creates the file of a referral: a PDF that is encrypted with a passphrase, with the same content
 * as JSON and the shared files attached to it; or the JSON alone. It is created in memory when an
 * officer asks for it, and is never stored.
 */
@Singleton
class ReferralDocument {

  private static final String JSON_FILE_NAME = "handover.json";

  private final DocumentLines documentLines;

  ReferralDocument(DocumentLines documentLines) {
    this.documentLines = documentLines;
    XRLog.setLoggingEnabled(false); // its log messages would contain parts of the document
  }

  /**
   * The root of the JSON document. The names of the components are the names of the JSON
   * properties.
   */
  record JsonDocument(String to, ReferralContentViews.View handOver) {}

  @CheckedTemplate(basePath = "desk/referral/sent")
  static class Templates {
    static native TemplateInstance document(
        Texts texts,
        String to,
        ReferralContentViews.View view,
        List<DocumentLines.Line> lines,
        List<DocumentLines.Line> messageLines);
  }

  byte[] json(String to, ReferralContentViews.View view) {
    return ReportFormat.write(new JsonDocument(to, view));
  }

  /**
   * @param files name → content of the shared files, which are attached to the PDF beside the JSON
   */
  byte[] pdf(
      String to,
      ReferralContentViews.View view,
      Map<String, byte[]> files,
      String passphrase,
      Texts texts) {
    String html =
        DocumentFonts.stripInvalidXml(
            Templates.document(
                    texts,
                    to,
                    view,
                    documentLines.answers(view.answers(), texts),
                    documentLines.messages(view.messages(), texts))
                .render());
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
      attached.put(
          JSON_FILE_NAME, file(document, JSON_FILE_NAME, "application/json", json(to, view)));
      for (ReferralContentViews.AttachedFile attachedFile : view.files()) {
        byte[] content = files.get(attachedFile.name());
        if (content != null) {
          attached.put(
              attachedFile.name(),
              file(document, attachedFile.name(), attachedFile.mediaType(), content));
        }
      }
      attach(document, attached);
      return EncryptedPdf.write(document, passphrase);
    } catch (IOException e) {
      throw new UncheckedIOException("The PDF of the referral cannot be created", e);
    }
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
