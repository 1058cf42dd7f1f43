package nl.uitweg.testsupport;

import java.io.ByteArrayOutputStream;

/** Builds a JPEG marker by marker, including variants that no encoder writes. */
public final class JpegBytes {

  public static final int BASELINE = 0xC0;
  public static final int EXTENDED = 0xC1;
  public static final int PROGRESSIVE = 0xC2;
  public static final int LOSSLESS = 0xC3;
  public static final int HIERARCHICAL = 0xC5;
  public static final int ARITHMETIC = 0xC9;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public JpegBytes() {
    put(0xFF, 0xD8);
  }

  /** A quantisation table of ones, and Huffman tables with a single code, which means zero. */
  public JpegBytes tables() {
    put(0xFF, 0xDB, 0, 67, 0);
    put(ones(64));
    return huffman(0x00).huffman(0x10);
  }

  private JpegBytes huffman(int table) {
    put(0xFF, 0xC4, 0, 20, table, 1);
    put(new int[15]);
    return put(0);
  }

  /**
   * A start-of-frame segment.
   *
   * @param marker one of the constants of this class
   * @param precision bits per sample
   * @param sampling one value per component: horizontal factor in the upper four bits, vertical
   *     factor in the lower four
   */
  public JpegBytes frame(int marker, int precision, int width, int height, int... sampling) {
    put(0xFF, marker, 0, 8 + 3 * sampling.length, precision);
    put(height >> 8, height & 0xFF, width >> 8, width & 0xFF, sampling.length);
    for (int i = 0; i < sampling.length; i++) {
      put(i + 1, sampling[i], 0);
    }
    return this;
  }

  /**
   * A scan of the first {@code components} components.
   *
   * @param first first spectral coefficient
   * @param last last spectral coefficient
   * @param coded entropy-coded bytes
   */
  public JpegBytes scan(int components, int first, int last, int... coded) {
    put(0xFF, 0xDA, 0, 6 + 2 * components, components);
    for (int i = 0; i < components; i++) {
      put(i + 1, 0);
    }
    put(first, last, 0);
    return put(coded);
  }

  public JpegBytes put(int... octets) {
    for (int octet : octets) {
      bytes.write(octet);
    }
    return this;
  }

  public byte[] end() {
    put(0xFF, 0xD9);
    return bytes.toByteArray();
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }
}
