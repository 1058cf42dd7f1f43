package nl.uitweg.platform.body;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.sealing.SealedTemporaryFile;

/** A completely received body with files. It is stored on disk, sealed, until the request ends. */
public final class Upload {

  private static final String KEY = Upload.class.getName();

  private final SealedTemporaryFile file;
  private final String contentType;
  private volatile boolean taken;

  Upload(SealedTemporaryFile file, String contentType) {
    this.file = file;
    this.contentType = contentType;
  }

  /** Whether a resource has taken this upload. */
  boolean taken() {
    return taken;
  }

  void attachTo(RoutingContext context) {
    context.put(KEY, this);
  }

  /**
   * The upload of this request.
   *
   * @throws BadRequestException when the request had no body with files
   */
  public static Upload of(RoutingContext context) {
    Upload upload = context.get(KEY);
    if (upload == null) {
      throw new BadRequestException();
    }
    upload.taken = true;
    return upload;
  }

  /**
   * Reads the body from the start; may be called only once.
   *
   * @throws Multipart.MalformedFormException when the body is not a valid multipart form
   * @throws IOException when reading from disk fails or a consumer throws
   */
  public void read(Multipart.FieldConsumer fields, Multipart.FileConsumer files)
      throws IOException {
    Multipart.read(file.read(), contentType, fields, files);
  }
}
