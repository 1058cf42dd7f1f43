package nl.uitweg.report.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Main class of the process that decodes images, started by {@link ImageProcess}. It handles one
 * request after the other until the application closes the connection or an error ends the process.
 */
final class ImageWorker {

  private static final int BUFFER_BYTES = 64 * 1024;

  private ImageWorker() {}

  /**
   * @param arguments maximum size of an image, in bytes
   */
  public static void main(String[] arguments) {
    int result = 1;
    try {
      serve(Integer.parseInt(arguments[0]));
      result = 0;
    } catch (IOException broken) {
      // The application has ended; there is nobody to report to.
    } finally {
      Runtime.getRuntime().halt(result);
    }
  }

  private static void serve(int maxImageBytes) throws IOException {
    DataInputStream requests =
        new DataInputStream(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER_BYTES));
    DataOutputStream responses =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES));
    redirectStandardStreams();
    ImageProtocol.writeReady(responses);
    Optional<ImageProtocol.Request> request = ImageProtocol.readRequest(requests, maxImageBytes);
    while (request.isPresent()) {
      ImageProtocol.writeResponse(responses, process(request.get()));
      request = ImageProtocol.readRequest(requests, maxImageBytes);
    }
  }

  private static Optional<ReencodedImage> process(ImageProtocol.Request request) {
    try {
      return Optional.of(ImageReencoder.reencode(request.task(), request.image()));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Redirects the standard streams, so that output of a decoder cannot corrupt the protocol. */
  private static void redirectStandardStreams() {
    System.setIn(InputStream.nullInputStream());
    PrintStream discard =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(discard);
    System.setErr(discard);
  }
}
