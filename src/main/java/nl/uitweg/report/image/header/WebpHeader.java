package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of a WebP (RFC 9649). The size in each bitstream must equal the size in the
 * container, so that no bitstream decodes to more pixels than declared.
 */
final class WebpHeader {

  private static final int VP8X_FLAGS_BYTES = 4;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int KEY_FRAME = 0x2A019D;
  private static final int SIZE_MASK_14_BITS = 0x3FFF;
  private static final int MAX_CHUNKS = 20_000;

  private WebpHeader() {}

  /** Width and height of a canvas, a frame or a bitstream. */
  private record Size(int width, int height) {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(4);
    long length = cursor.little32();
    if (!cursor.name().equals("WEBP")) {
      throw new RefusedImageException(Reason.UNKNOWN_FORMAT);
    }
    ByteCursor chunks = cursor.slice(length - 4);
    Size canvas = null;
    int frames = 0;
    double workPerPixel = DecodingWork.LOSSLESS_WEBP;
    for (int count = 0; chunks.remaining() > 0; count++) {
      String name = chunks.name();
      ByteCursor content = chunkContent(chunks);
      if (count > MAX_CHUNKS) {
        throw new RefusedImageException(Reason.LIMIT_EXCEEDED);
      }
      switch (name) {
        case "VP8X" -> {
          if (count > 0) {
            throw new RefusedImageException(Reason.MALFORMED);
          }
          content.skip(VP8X_FLAGS_BYTES);
          canvas = new Size(content.little24() + 1, content.little24() + 1);
          ImageSizeLimits.check(
              ImageFormat.WEBP, canvas.width, canvas.height, 1, DecodingWork.LOSSLESS_WEBP);
        }
        case "VP8 ", "VP8L" -> {
          Size size = bitstreamSize(name, content);
          canvas = canvas == null ? size : canvas;
          frames++;
          workPerPixel = name.equals("VP8L") ? workPerPixel : DecodingWork.LOSSY_WEBP;
          if (!size.equals(canvas)) {
            throw new RefusedImageException(Reason.MALFORMED);
          }
        }
        case "ANMF" -> {
          checkFrame(content, canvas);
          frames++;
          workPerPixel = DecodingWork.LOSSY_WEBP; // a frame may have either kind of bitstream
        }
        default -> {
          // colour profile, transparency and metadata chunks do not affect the size
        }
      }
    }
    if (canvas == null || frames == 0) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    return ImageSizeLimits.check(
        ImageFormat.WEBP, canvas.width, canvas.height, frames, workPerPixel);
  }

  /**
   * Checks one frame of an animation: it must lie within the canvas and contain bitstreams of its
   * size.
   */
  private static void checkFrame(ByteCursor frame, @Nullable Size canvas)
      throws RefusedImageException {
    int left = frame.little24() * 2;
    int top = frame.little24() * 2;
    Size size = new Size(frame.little24() + 1, frame.little24() + 1);
    frame.skip(4);
    if (canvas == null || left + size.width > canvas.width || top + size.height > canvas.height) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    while (frame.remaining() > 0) {
      String name = frame.name();
      ByteCursor content = chunkContent(frame);
      if (name.startsWith("VP8") && !bitstreamSize(name, content).equals(size)) {
        throw new RefusedImageException(Reason.MALFORMED);
      }
    }
  }

  private static Size bitstreamSize(String name, ByteCursor content) throws RefusedImageException {
    if (name.equals("VP8L")) {
      if (content.unsignedByte() != LOSSLESS_SIGNATURE) {
        throw new RefusedImageException(Reason.MALFORMED);
      }
      long bits = content.little32();
      return new Size(
          (int) (bits & SIZE_MASK_14_BITS) + 1, (int) (bits >> 14 & SIZE_MASK_14_BITS) + 1);
    }
    int tag = content.little24();
    if ((tag & 1) != 0 || content.little24() != KEY_FRAME) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    return new Size(content.little16() & SIZE_MASK_14_BITS, content.little16() & SIZE_MASK_14_BITS);
  }

  /**
   * Content of the next chunk. Chunks are padded to an even length; many encoders omit the padding
   * of the last one.
   */
  private static ByteCursor chunkContent(ByteCursor chunks) throws RefusedImageException {
    long length = chunks.little32();
    ByteCursor content = chunks.slice(length);
    chunks.skip(Math.min(length & 1, chunks.remaining()));
    return content;
  }
}
