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
 * Reads {@code multipart/form-data} (RFC 7578) as a stream: no file is kept in memory, and of the
 * other fields at most 256 KB.
 */
public final class Multipart {

  private static final int LONGEST_FIELD = 256 * 1024;
  private static final int MOST_TEXT = 256 * 1024;
  private static final int MOST_PARTS = 200;

  private Multipart() {}

  /** Takes a field. */
  @FunctionalInterface
  public interface Field {
    void take(String name, String value) throws IOException;
  }

  /** Takes a file. */
  @FunctionalInterface
  public interface File {
    void take(String fileName, InputStream content) throws IOException;
  }

  /** What arrived is not multipart, or a field or the number of parts is too large. */
  public static final class MalformedFormException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedFormException(Throwable cause) {
      super(cause);
    }

    MalformedFormException() {
      super("not a form");
    }
  }

  /**
   * @param contentType of the request, with the boundary
   * @throws MalformedFormException when it cannot be read as a form
   * @throws IOException when the connection breaks or a part cannot be taken
   */
  public static void read(InputStream body, String contentType, Field fields, File files)
      throws IOException {
    try {
      FileItemIterator parts = new FileUpload().getItemIterator(request(body, contentType));
      int room = MOST_TEXT;
      for (int i = 0; parts.hasNext(); i++) {
        if (i == MOST_PARTS) {
          throw new MalformedFormException();
        }
        FileItemStream part = parts.next();
        try (InputStream content = part.openStream()) {
          if (part.isFormField()) {
            byte[] text = text(content, room);
            room -= text.length;
            fields.take(name(part), new String(text, StandardCharsets.UTF_8));
          } else {
            files.take(fileName(part), content);
          }
        }
      }
    } catch (FileUploadException
        | FileUploadBase.FileUploadIOException
        | MultipartStream.MalformedStreamException
        | IllegalArgumentException e) {
      throw new MalformedFormException(e); // cut off or misshapen: the sender's, not ours
    }
  }

  private static byte[] text(InputStream content, int room) throws IOException {
    byte[] bytes = content.readNBytes(Math.min(LONGEST_FIELD, room) + 1);
    if (bytes.length > Math.min(LONGEST_FIELD, room)) {
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
      @SuppressWarnings("InlineMeSuggester") // the interface asks for it
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
