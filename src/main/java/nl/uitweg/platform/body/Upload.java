package nl.uitweg.platform.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.sealing.SealedTemporaryFile;

/** A body with files that has arrived whole; it is on disk, sealed, until the request ends. */
public final class Upload {

  private static final String KEY = Upload.class.getName();

  private final SealedTemporaryFile file;
  private final String contentType;

  Upload(SealedTemporaryFile file, String contentType) {
    this.file = file;
    this.contentType = contentType;
  }

  void in(RoutingContext context) {
    context.put(KEY, this);
  }

  /** The upload of this request; who sent something else gets the page of a broken request. */
  public static Upload of(RoutingContext context) {
    Upload upload = context.get(KEY);
    if (upload == null) {
      throw new BadRequestException();
    }
    return upload;
  }

  /**
   * Reads it from its beginning; to be called once.
   *
   * @throws Multipart.MalformedFormException when it cannot be read as a form
   * @throws IOException when the disk fails or a part cannot be taken
   */
  public void read(Multipart.Field fields, Multipart.File files) throws IOException {
    Multipart.read(file.read(), contentType, fields, files);
  }
}
