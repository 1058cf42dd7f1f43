package nl.uitweg.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import nl.uitweg.report.intake.ImageCleaner;

/**
 * A file as it stands in a case file or a referral, and how its bytes are given: never in a form in
 * which a browser could run something.
 *
 * @param path address of its page
 * @param about kind, size, cleaned, scanned, in the officer's language
 * @param image whether it is drawn again by us, so that a browser may show it
 * @param opens false when it was altered; then the rest is empty
 */
public record FileView(String path, String name, String about, boolean image, boolean opens) {

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance attachment(
        Desk desk, FileView file, String back, String backText, boolean shown);
  }

  /**
   * The page of this file.
   *
   * @param back where it leads back to, {@code backText} is the key of those words
   * @param shown an image as it is, instead of blurred
   */
  public TemplateInstance page(Desk desk, String back, String backText, boolean shown) {
    return Templates.attachment(desk, this, back, backText, shown);
  }

  /**
   * A few coloured squares, from which nobody is recognised; 404 for what is no image, 503 while
   * too many images wait.
   */
  public static Response preview(ImageCleaner cleaner, byte[] content) {
    try {
      return cleaner
          .preview(content)
          .map(small -> Response.ok(small, "image/jpeg").header("Cache-Control", "no-store"))
          .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
          .build();
    } catch (IOException busy) {
      return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
    }
  }

  /**
   * @param disposition {@code inline}, or {@code attachment} with a file name
   */
  public static Response content(byte[] content, String mediaType, String disposition) {
    return Response.ok(content, mediaType)
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", disposition)
        .build();
  }
}
