package nl.uitweg.report.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.report.image.header.ImageFormat;

/**
 * What the site and the process that draws say to each other over its standard input and output. A
 * question is a mark, a task, a length and an image; an answer is a mark, a format and, unless that
 * is empty, a length and an image. The process says the mark once when it is ready.
 */
final class ImageChannel {

  private static final int MARK = 0x55495457;
  private static final int MARK_OF_QUESTION = 1;
  private static final String NOT_DRAWN = "";

  private ImageChannel() {}

  /** A task and the image it is about. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Question(ImageTask task, byte[] image) {}

  static void ready(DataOutputStream output) throws IOException {
    output.writeInt(MARK);
    output.flush();
  }

  static void awaitReady(DataInputStream input) throws IOException {
    try {
      if (input.readInt() != MARK) {
        throw new IOException("it says something else than that it is ready");
      }
    } catch (EOFException e) {
      throw new IOException("it ended before it was ready", e);
    }
  }

  static void ask(DataOutputStream output, Question question) throws IOException {
    output.writeByte(MARK_OF_QUESTION);
    output.writeUTF(question.task().name());
    output.writeInt(question.image().length);
    output.write(question.image());
    output.flush();
  }

  /** Empty when the site is gone. */
  static Optional<Question> question(DataInputStream input, int longest) throws IOException {
    if (input.read() != MARK_OF_QUESTION) {
      return Optional.empty();
    }
    ImageTask task = ImageTask.valueOf(input.readUTF());
    return Optional.of(new Question(task, bytes(input, longest)));
  }

  static void answer(DataOutputStream output, Optional<DrawnImage> drawn) throws IOException {
    output.writeInt(MARK);
    output.writeUTF(drawn.map(image -> image.format().name()).orElse(NOT_DRAWN));
    if (drawn.isPresent()) {
      output.writeInt(drawn.get().content().length);
      output.write(drawn.get().content());
    }
    output.flush();
  }

  /** Empty when it could not be drawn. */
  static Optional<DrawnImage> answer(DataInputStream input, int longest) throws IOException {
    if (input.readInt() != MARK) {
      throw new IOException("the process that draws images does not answer");
    }
    String format = input.readUTF();
    if (format.equals(NOT_DRAWN)) {
      return Optional.empty();
    }
    ImageFormat drawn =
        Stream.of(ImageFormat.JPEG, ImageFormat.PNG)
            .filter(one -> one.name().equals(format))
            .findFirst()
            .orElseThrow(() -> new IOException("an image in another format"));
    return Optional.of(new DrawnImage(drawn, bytes(input, longest)));
  }

  private static byte[] bytes(DataInputStream input, int longest) throws IOException {
    int length = input.readInt();
    if (length < 0 || length > longest) {
      throw new IOException("an image on its way to or from a process is too long");
    }
    byte[] bytes = new byte[length];
    input.readFully(bytes);
    return bytes;
  }
}
