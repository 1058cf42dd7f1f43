package nl.uitweg.report.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.report.image.header.ImageFormat;

/**
 * Protocol between the application and the image process, over the standard input and output of
 * that process. A request is a marker byte, a task, a length and an image. A response is a magic
 * number, a format and, unless the format is empty, a length and an image. The image process writes
 * the magic number once when it is ready.
 */
final class ImageProtocol {

  private static final int MAGIC = 0x55495457;
  private static final int REQUEST_MARKER = 1;
  private static final String NO_IMAGE = "";

  private ImageProtocol() {}

  /** A task and the image to process. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Request(ImageTask task, byte[] image) {}

  static void writeReady(DataOutputStream output) throws IOException {
    output.writeInt(MAGIC);
    output.flush();
  }

  static void awaitReady(DataInputStream input) throws IOException {
    try {
      if (input.readInt() != MAGIC) {
        throw new IOException("the image process did not report that it is ready");
      }
    } catch (EOFException e) {
      throw new IOException("the image process ended before it was ready", e);
    }
  }

  static void writeRequest(DataOutputStream output, Request request) throws IOException {
    output.writeByte(REQUEST_MARKER);
    output.writeUTF(request.task().name());
    output.writeInt(request.image().length);
    output.write(request.image());
    output.flush();
  }

  /** Reads a request; empty when the application has closed the connection. */
  static Optional<Request> readRequest(DataInputStream input, int maxBytes) throws IOException {
    if (input.read() != REQUEST_MARKER) {
      return Optional.empty();
    }
    ImageTask task = ImageTask.valueOf(input.readUTF());
    return Optional.of(new Request(task, readBytes(input, maxBytes)));
  }

  static void writeResponse(DataOutputStream output, Optional<ReencodedImage> result)
      throws IOException {
    output.writeInt(MAGIC);
    output.writeUTF(result.map(image -> image.format().name()).orElse(NO_IMAGE));
    if (result.isPresent()) {
      output.writeInt(result.get().content().length);
      output.write(result.get().content());
    }
    output.flush();
  }

  /** Reads a response; empty when the image could not be decoded. */
  static Optional<ReencodedImage> readResponse(DataInputStream input, int maxBytes)
      throws IOException {
    if (input.readInt() != MAGIC) {
      throw new IOException("the image process sent an invalid response");
    }
    String format = input.readUTF();
    if (format.equals(NO_IMAGE)) {
      return Optional.empty();
    }
    ImageFormat imageFormat =
        Stream.of(ImageFormat.JPEG, ImageFormat.PNG)
            .filter(known -> known.name().equals(format))
            .findFirst()
            .orElseThrow(
                () ->
                    new IOException("the image process returned an image of an unexpected format"));
    return Optional.of(new ReencodedImage(imageFormat, readBytes(input, maxBytes)));
  }

  private static byte[] readBytes(DataInputStream input, int maxBytes) throws IOException {
    int length = input.readInt();
    if (length < 0 || length > maxBytes) {
      throw new IOException("an image in a request or response exceeds the maximum size");
    }
    byte[] bytes = new byte[length];
    input.readFully(bytes);
    return bytes;
  }
}
