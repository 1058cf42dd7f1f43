package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * Reads the markers of a JPEG (ITU-T T.81, annex B). Baseline, extended and progressive with
 * Huffman coding and eight bits are drawn; lossless, hierarchical and arithmetic coding and twelve
 * bits are not.
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
  private static final int LINES = 0xDC;
  private static final int HIERARCHICAL = 0xDE;
  private static final int EXPANSION = 0xDF;

  /** Encoders write up to about fifteen. */
  private static final int MOST_SCANS = 40;

  /** Pixels times scans: a decoder walks through all of the image for each scan. */
  private static final long MOST_SCANNED = 400_000_000;

  /** Of two bytes each; with more than one scan a decoder keeps all of them in memory. */
  private static final long MOST_COEFFICIENTS = 80_000_000;

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
        frame = Frame.read(marker, cursor.part(length(cursor)));
      } else if (isUnwanted(marker)) {
        throw new RefusedImageException(Reason.VARIANT);
      } else {
        cursor.skip(length(cursor));
      }
      marker = marker(cursor);
    }
    if (frame == null || scans == 0) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    frame.checkScans(scans);
    return ImageBounds.check(ImageFormat.JPEG, frame.width, frame.height, 1);
  }

  private static int marker(ByteCursor cursor) throws RefusedImageException {
    if (cursor.unsignedByte() != 0xFF) {
      throw new RefusedImageException(Reason.BROKEN);
    }
    int marker = cursor.unsignedByte();
    while (marker == 0xFF) {
      marker = cursor.unsignedByte();
    }
    return marker;
  }

  /** The marker behind the coded data; a photo that was cut off ends here. */
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

  /** Of the rest of a segment; its field counts itself too. */
  private static int length(ByteCursor cursor) throws RefusedImageException {
    return cursor.big16() - 2;
  }

  private static boolean isFrame(int marker) {
    return marker >= BASELINE && marker <= PROGRESSIVE;
  }

  private static boolean isUnwanted(int marker) {
    boolean otherFrame = marker >= BASELINE && marker <= 0xCF && marker != HUFFMAN_TABLE;
    return otherFrame
        || marker == ARITHMETIC_TABLE
        || marker == LINES
        || marker == HIERARCHICAL
        || marker == EXPANSION
        || marker == START_OF_SCAN
        || (marker >= FIRST_RESTART && marker < END_OF_IMAGE)
        || marker < BASELINE;
  }

  /** A frame header: size, components and how these are sampled. */
  private record Frame(boolean progressive, int width, int height, long coefficients) {

    static Frame read(int marker, ByteCursor cursor) throws RefusedImageException {
      int precision = cursor.unsignedByte();
      int height = cursor.big16();
      int width = cursor.big16();
      int components = cursor.unsignedByte();
      if (precision != 8 || (components != 1 && components != 3 && components != 4)) {
        throw new RefusedImageException(Reason.VARIANT);
      }
      int blocks = 0;
      long widest = 1;
      long highest = 1;
      for (int i = 0; i < components; i++) {
        cursor.skip(1);
        int sampling = cursor.unsignedByte();
        cursor.skip(1);
        int across = factor(sampling >> 4);
        int down = factor(sampling & 0xF);
        blocks += across * down;
        widest = Math.max(widest, across);
        highest = Math.max(highest, down);
      }
      if (blocks > 10 || cursor.remaining() > 0) {
        throw new RefusedImageException(Reason.VARIANT);
      }
      long coefficients = (long) width * height * blocks / (widest * highest);
      return new Frame(marker == PROGRESSIVE, width, height, coefficients);
    }

    void checkScans(int scans) throws RefusedImageException {
      boolean keepsAll = scans > 1 || progressive;
      if (scans > MOST_SCANS
          || (keepsAll && coefficients > MOST_COEFFICIENTS)
          || (keepsAll && (long) width * height * scans > MOST_SCANNED)) {
        throw new RefusedImageException(Reason.TOO_MUCH);
      }
    }

    private static int factor(int sampling) throws RefusedImageException {
      if (sampling != 1 && sampling != 2 && sampling != 4) {
        throw new RefusedImageException(Reason.VARIANT);
      }
      return sampling;
    }
  }
}
