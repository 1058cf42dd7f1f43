package nl.uitweg.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.RequestContext;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as a stream. Files are not kept in memory; the other
 * fields together have at most 256 KiB.
 */
public final class Multipart {

  private static final int MAX_FIELD_BYTES = 256 * 1024;
  private static final int MAX_TOTAL_FIELD_BYTES = 256 * 1024;
  private static final int MAX_PARTS = 200;

  private Multipart() {}

  /** Called for each field. */
  @FunctionalInterface
  public interface FieldConsumer {
    void take(String name, String value) throws IOException;
  }

  /** Called for each file. */
  @FunctionalInterface
  public interface FileConsumer {
    void take(String fileName, InputStream content) throws IOException;
  }

  /** The body is not valid multipart, or exceeds a limit on field size or number of parts. */
  public static final class MalformedFormException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedFormException(Throwable cause) {
      super(cause);
    }

    MalformedFormException() {
      super("The form exceeds the limit on field size or number of parts");
    }
  }

  /**
   * Reads all parts in order.
   *
   * @param contentType content type of the request, with the boundary
   * @throws MalformedFormException when the body is not a valid multipart form
   * @throws IOException when reading fails or a consumer throws
   */
  public static void read(
      InputStream body, String contentType, FieldConsumer fields, FileConsumer files)
      throws IOException {
    try {
      FileItemIterator parts =
          parsed(() -> new FileUpload().getItemIterator(request(body, contentType)));
      int remainingBytes = MAX_TOTAL_FIELD_BYTES;
      for (int i = 0; parsed(parts::hasNext); i++) {
        if (i == MAX_PARTS) {
          throw new MalformedFormException();
        }
        FileItemStream part = parsed(parts::next);
        try (InputStream content = parsed(part::openStream)) {
          if (part.isFormField()) {
            byte[] value = fieldBytes(content, remainingBytes);
            remainingBytes -= value.length;
            fields.take(name(part), new String(value, StandardCharsets.UTF_8));
          } else {
            files.take(parsed(() -> fileName(part)), content);
          }
        }
      }
    } catch (FileUploadBase.FileUploadIOException | MultipartStream.MalformedStreamException e) {
      throw new MalformedFormException(e); // truncated or malformed by the sender
    }
  }

  /** One step of the parser. */
  @FunctionalInterface
  private interface Step<T> {
    T parse() throws FileUploadException, IOException;
  }

  /**
   * The result of a step of the parser, which throws runtime exceptions of several kinds for a
   * malformed part.
   */
  private static <T> T parsed(Step<T> step) throws IOException {
    try {
      return step.parse();
    } catch (FileUploadException | RuntimeException e) {
      throw new MalformedFormException(e);
    }
  }

  private static byte[] fieldBytes(InputStream content, int remainingBytes) throws IOException {
    byte[] bytes = content.readNBytes(Math.min(MAX_FIELD_BYTES, remainingBytes) + 1);
    if (bytes.length > Math.min(MAX_FIELD_BYTES, remainingBytes)) {
      throw new MalformedFormException();
    }
    return bytes;
  }

  private static String name(FileItemStream part) {
    String name = part.getFieldName();
    return name == null ? "" : name;
  }

  private static String fileName(FileItemStream part) {
    String name = part.getName();
    return name == null ? "" : name;
  }

  private static RequestContext request(InputStream body, String contentType) {
    return new RequestContext() {
      @Override
      public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
      }

      @Override
      public String getContentType() {
        return contentType;
      }

      @Override
      @Deprecated
      @SuppressWarnings("InlineMeSuggester") // the interface requires this method
      public int getContentLength() {
        return -1;
      }

      @Override
      public InputStream getInputStream() {
        return body;
      }
    };
  }
}
