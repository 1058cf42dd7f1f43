package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a WebP (RFC 9649). What each bitstream says of its size must be what the
 * container says, so that none is larger than it seems.
 */
final class WebpHeader {

  private static final int EXTENDED_FIELDS = 4;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int KEY_FRAME = 0x2A019D;
  private static final int FOURTEEN_BITS = 0x3FFF;
  private static final int MOST_CHUNKS = 20_000;

  private WebpHeader() {}

  /** Width and height of a canvas, a frame or a bitstream. */
  private record Size(int width, int height) {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(4);
    long length = cursor.little32();
    if (!cursor.name().equals("WEBP")) {
      throw new RefusedImageException(Reason.FORMAT);
    }
    ByteCursor chunks = cursor.part(length - 4);
    Size canvas = null;
    int frames = 0;
    for (int count = 0; chunks.remaining() > 0; count++) {
      String name = chunks.name();
      ByteCursor content = content(chunks);
      if (count > MOST_CHUNKS) {
        throw new RefusedImageException(Reason.TOO_MUCH);
      }
      switch (name) {
        case "VP8X" -> {
          if (count > 0) {
            throw new RefusedImageException(Reason.BROKEN);
          }
          content.skip(EXTENDED_FIELDS);
          canvas = new Size(content.little24() + 1, content.little24() + 1);
          ImageBounds.check(ImageFormat.WEBP, canvas.width, canvas.height, 1);
        }
        case "VP8 ", "VP8L" -> {
          Size size = bitstream(name, content);
          canvas = canvas == null ? size : canvas;
          frames++;
          if (!size.equals(canvas)) {
            throw new RefusedImageException(Reason.BROKEN);
          }
        }
        case "ANMF" -> {
          frame(content, canvas);
          frames++;
        }
        default -> {
          // colours, transparency and metadata say nothing of the size
        }
      }
    }
    if (canvas == null || frames == 0) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    return ImageBounds.check(ImageFormat.WEBP, canvas.width, canvas.height, frames);
  }

  /** One frame of an animation: it lies within the canvas and holds one bitstream of its size. */
  private static void frame(ByteCursor frame, @Nullable Size canvas) throws RefusedImageException {
    int left = frame.little24() * 2;
    int top = frame.little24() * 2;
    Size size = new Size(frame.little24() + 1, frame.little24() + 1);
    frame.skip(4);
    if (canvas == null || left + size.width > canvas.width || top + size.height > canvas.height) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    while (frame.remaining() > 0) {
      String name = frame.name();
      ByteCursor content = content(frame);
      if (name.startsWith("VP8") && !bitstream(name, content).equals(size)) {
        throw new RefusedImageException(Reason.BROKEN);
      }
    }
  }

  private static Size bitstream(String name, ByteCursor content) throws RefusedImageException {
    if (name.equals("VP8L")) {
      if (content.unsignedByte() != LOSSLESS_SIGNATURE) {
        throw new RefusedImageException(Reason.BROKEN);
      }
      long bits = content.little32();
      return new Size((int) (bits & FOURTEEN_BITS) + 1, (int) (bits >> 14 & FOURTEEN_BITS) + 1);
    }
    int tag = content.little24();
    if ((tag & 1) != 0 || content.little24() != KEY_FRAME) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    return new Size(content.little16() & FOURTEEN_BITS, content.little16() & FOURTEEN_BITS);
  }

  /** Chunks are padded to an even length; the last one's padding is often forgotten. */
  private static ByteCursor content(ByteCursor chunks) throws RefusedImageException {
    long length = chunks.little32();
    ByteCursor content = chunks.part(length);
    chunks.skip(Math.min(length & 1, chunks.remaining()));
    return content;
  }
}
