package nl.uitweg.report.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.uitweg.report.image.header.ImageHeader;

/**
 * Handle of a running {@link ImageWorker} process. Used by one thread at a time; only {@link
 * #isAlive}, {@link #cpuTime} and {@link #close} may also be called by others.
 */
final class ImageProcess implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream responses;
  private Duration startCpuTime = Duration.ZERO;

  private ImageProcess(Process process) {
    this.process = process;
    this.requests =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES));
    this.responses =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES));
  }

  /**
   * Starts a process without waiting until it is ready. The process does not inherit the
   * environment, which contains passwords.
   *
   * @throws IOException when the process cannot be started
   */
  static ImageProcess start(ImageSettings settings, int maxImageBytes) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(ImageWorkerCommand.of(settings, maxImageBytes))
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    return new ImageProcess(builder.start());
  }

  /**
   * Waits until the process is ready.
   *
   * @throws IOException when the process ended or violates the protocol
   */
  void awaitReady() throws IOException {
    ImageProtocol.awaitReady(responses);
    startCpuTime = cpuTime();
  }

  /** CPU time that it took to start the process. */
  Duration startCpuTime() {
    return startCpuTime;
  }

  /**
   * Processes an image; empty when it cannot be decoded. The response is treated as untrusted
   * input, because an image may have compromised the process.
   *
   * @throws IOException when the process ended or violates the protocol
   */
  Optional<ReencodedImage> process(ImageTask task, byte[] image) throws IOException {
    ImageProtocol.writeRequest(requests, new ImageProtocol.Request(task, image));
    Optional<ReencodedImage> result =
        ImageProtocol.readResponse(responses, ImageReencoder.MAX_OUTPUT_BYTES);
    if (result.isPresent()
        && ImageHeader.read(result.get().content()).format() != result.get().format()) {
      throw new IOException("the image process returned an image of another format than it stated");
    }
    return result;
  }

  /** CPU time used so far; zero when the operating system does not report it. */
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Kills the process immediately, even while it processes an image. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
