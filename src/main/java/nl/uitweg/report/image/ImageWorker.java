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
 * The process that draws images, started by {@link ImageProcess}. It draws what it is asked for,
 * one after the other, until the site closes the connection or an error ends it.
 */
final class ImageWorker {

  private static final int BUFFER = 64 * 1024;

  private ImageWorker() {}

  /**
   * @param arguments the length of the longest image it is asked for, in bytes
   */
  public static void main(String[] arguments) {
    int result = 1;
    try {
      serve(Integer.parseInt(arguments[0]));
      result = 0;
    } catch (IOException broken) {
      // The site is gone: nobody to say it to.
    } finally {
      Runtime.getRuntime().halt(result);
    }
  }

  private static void serve(int longest) throws IOException {
    DataInputStream questions =
        new DataInputStream(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER));
    DataOutputStream answers =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
    silence();
    ImageChannel.ready(answers);
    Optional<ImageChannel.Question> question = ImageChannel.question(questions, longest);
    while (question.isPresent()) {
      ImageChannel.answer(answers, drawn(question.get()));
      question = ImageChannel.question(questions, longest);
    }
  }

  private static Optional<DrawnImage> drawn(ImageChannel.Question question) {
    try {
      return Optional.of(ImageDrawing.draw(question.task(), question.image()));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** No decoder writes between the answers. */
  private static void silence() {
    System.setIn(InputStream.nullInputStream());
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
  }
}
