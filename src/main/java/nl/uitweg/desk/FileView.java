package nl.uitweg.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import nl.uitweg.report.intake.ImageCleaner;

/**
 * A file in a case file or a referral, as it is shown to an officer. Its static methods build the
 * responses with the bytes, always in a form in which a browser cannot execute anything.
 *
 * @param path address of the page of the file
 * @param description media type, size, and whether it was cleaned and scanned, in the officer's
 *     language
 * @param image whether it is an image that this system has redrawn, so that a browser may show it
 * @param readable false when it cannot be decrypted; then the other fields may be empty
 */
public record FileView(
    String path, String name, String description, boolean image, boolean readable) {

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance attachment(
        Desk desk, FileView file, String back, String backTextKey, boolean unblurred);
  }

  /**
   * The page that shows this file.
   *
   * @param back address of the link back
   * @param backTextKey key of the text of that link
   * @param unblurred whether an image is shown as it is instead of blurred
   */
  public TemplateInstance page(Desk desk, String back, String backTextKey, boolean unblurred) {
    return Templates.attachment(desk, this, back, backTextKey, unblurred);
  }

  /**
   * Responds with a pixelated preview in which nobody can be recognised; 404 when the content is
   * not an image, 503 when too many images are waiting to be processed.
   */
  public static Response preview(ImageCleaner cleaner, byte[] content) {
    try {
      return cleaner
          .preview(content)
          .map(pixelated -> Response.ok(pixelated, "image/jpeg"))
          .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
          .build();
    } catch (IOException busy) {
      return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
    }
  }

  /**
   * Responds with the bytes of a file.
   *
   * @param disposition value of {@code Content-Disposition}: {@code inline}, or {@code attachment}
   *     with a file name
   */
  public static Response content(byte[] content, String mediaType, String disposition) {
    return Response.ok(content, mediaType)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", disposition)
        .build();
  }
}
