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

/** A running {@link ImageWorker}, as the site sees it. Used by one thread at a time. */
final class ImageProcess implements AutoCloseable {

  private static final int BUFFER = 64 * 1024;

  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;

  private ImageProcess(Process process) {
    this.process = process;
    this.questions =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
  }

  /**
   * Starts it without waiting until it is ready. It gets nothing of our environment: that holds
   * passwords.
   *
   * @throws IOException when it cannot be started
   */
  static ImageProcess start(ImageSettings settings, int longest) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(ImageCommand.of(settings, longest))
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    return new ImageProcess(builder.start());
  }

  /**
   * @throws IOException when it ended or answers with something else
   */
  void awaitReady() throws IOException {
    ImageChannel.awaitReady(answers);
  }

  /**
   * Empty when the image cannot be drawn. The answer is judged as what arrives from outside is: the
   * process may have been taken over.
   *
   * @throws IOException when it ended or answers with something else
   */
  Optional<DrawnImage> draw(ImageTask task, byte[] image) throws IOException {
    ImageChannel.ask(questions, new ImageChannel.Question(task, image));
    Optional<DrawnImage> drawn = ImageChannel.answer(answers, ImageDrawing.LARGEST);
    if (drawn.isPresent()
        && ImageHeader.read(drawn.get().content()).format() != drawn.get().format()) {
      throw new IOException("the process that draws images answers with another format");
    }
    return drawn;
  }

  /** Time of the processor until now; zero where the operating system does not say. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends it at once, also in the midst of an image. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
