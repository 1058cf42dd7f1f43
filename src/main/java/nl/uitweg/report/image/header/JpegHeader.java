package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads the markers of a JPEG (ITU-T T.81, annex B). Accepts baseline, extended and progressive
 * images with Huffman coding and 8-bit samples. Rejects lossless, hierarchical and arithmetic
 * coding and 12-bit samples.
 */
final class JpegHeader {

  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;
  private static final int HUFFMAN_TABLE = 0xC4;
  private static final int ARITHMETIC_TABLE = 0xCC;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int DEFINE_NUMBER_OF_LINES = 0xDC;
  private static final int HIERARCHICAL = 0xDE;
  private static final int EXPANSION = 0xDF;

  /** Maximum number of scans; encoders write up to about fifteen. */
  private static final int MAX_SCANS = 40;

  /** Maximum of pixels times scans; a decoder processes the whole image for each scan. */
  private static final long MAX_SCANNED_PIXELS = 400_000_000;

  /**
   * Maximum number of coefficients of two bytes each; with more than one scan a decoder holds all
   * of them in memory.
   */
  private static final long MAX_COEFFICIENTS = 80_000_000;

  private JpegHeader() {}

  static ImageHeader read(ByteCursor cursor) throws RefusedImageException {
    cursor.skip(2);
    Frame frame = null;
    int scans = 0;
    int marker = marker(cursor);
    while (marker != END_OF_IMAGE) {
      if (marker == START_OF_SCAN && frame != null) {
        scans++;
        cursor.skip(length(cursor));
        marker = afterScan(cursor);
        continue;
      }
      if (isFrame(marker) && frame == null) {
        frame = Frame.read(marker, cursor.slice(length(cursor)));
      } else if (isUnsupported(marker)) {
        throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
      } else {
        cursor.skip(length(cursor));
      }
      marker = marker(cursor);
    }
    if (frame == null || scans == 0) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    frame.checkScans(scans);
    return ImageSizeLimits.check(
        ImageFormat.JPEG, frame.width, frame.height, 1, DecodingWork.perPixelOfJpeg(scans));
  }

  private static int marker(ByteCursor cursor) throws RefusedImageException {
    if (cursor.unsignedByte() != 0xFF) {
      throw new RefusedImageException(Reason.MALFORMED);
    }
    int marker = cursor.unsignedByte();
    while (marker == 0xFF) {
      marker = cursor.unsignedByte();
    }
    return marker;
  }

  /** The marker after the entropy-coded data; {@code END_OF_IMAGE} when the photo is truncated. */
  private static int afterScan(ByteCursor cursor) throws RefusedImageException {
    while (cursor.remaining() > 1) {
      if (cursor.unsignedByte() == 0xFF) {
        int next = cursor.unsignedByte();
        while (next == 0xFF && cursor.remaining() > 0) {
          next = cursor.unsignedByte();
        }
        boolean coded = next == 0 || (next >= FIRST_RESTART && next <= LAST_RESTART);
        if (!coded && next != 0xFF) {
          return next;
        }
      }
    }
    return END_OF_IMAGE;
  }

  /** Length of the rest of a segment; the length field includes its own two bytes. */
  private static int length(ByteCursor cursor) throws RefusedImageException {
    return cursor.big16() - 2;
  }

  private static boolean isFrame(int marker) {
    return marker >= BASELINE && marker <= PROGRESSIVE;
  }

  private static boolean isUnsupported(int marker) {
    boolean otherFrame = marker >= BASELINE && marker <= 0xCF && marker != HUFFMAN_TABLE;
    return otherFrame
        || marker == ARITHMETIC_TABLE
        || marker == DEFINE_NUMBER_OF_LINES
        || marker == HIERARCHICAL
        || marker == EXPANSION
        || marker == START_OF_SCAN
        || (marker >= FIRST_RESTART && marker < END_OF_IMAGE)
        || marker < BASELINE;
  }

  /** A frame header: size, components and their sampling factors. */
  private record Frame(boolean progressive, int width, int height, long coefficients) {

    static Frame read(int marker, ByteCursor cursor) throws RefusedImageException {
      int precision = cursor.unsignedByte();
      int height = cursor.big16();
      int width = cursor.big16();
      int components = cursor.unsignedByte();
      if (precision != 8 || (components != 1 && components != 3 && components != 4)) {
        throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
      }
      int blocks = 0;
      long maxHorizontal = 1;
      long maxVertical = 1;
      for (int i = 0; i < components; i++) {
        cursor.skip(1);
        int sampling = cursor.unsignedByte();
        cursor.skip(1);
        int horizontal = samplingFactor(sampling >> 4);
        int vertical = samplingFactor(sampling & 0xF);
        blocks += horizontal * vertical;
        maxHorizontal = Math.max(maxHorizontal, horizontal);
        maxVertical = Math.max(maxVertical, vertical);
      }
      if (blocks > 10 || cursor.remaining() > 0) {
        throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
      }
      long coefficients = (long) width * height * blocks / (maxHorizontal * maxVertical);
      return new Frame(marker == PROGRESSIVE, width, height, coefficients);
    }

    void checkScans(int scans) throws RefusedImageException {
      boolean buffersCoefficients = scans > 1 || progressive;
      if (scans > MAX_SCANS
          || (buffersCoefficients && coefficients > MAX_COEFFICIENTS)
          || (buffersCoefficients && (long) width * height * scans > MAX_SCANNED_PIXELS)) {
        throw new RefusedImageException(Reason.LIMIT_EXCEEDED);
      }
    }

    private static int samplingFactor(int sampling) throws RefusedImageException {
      if (sampling != 1 && sampling != 2 && sampling != 4) {
        throw new RefusedImageException(Reason.UNSUPPORTED_VARIANT);
      }
      return sampling;
    }
  }
}
