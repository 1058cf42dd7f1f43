package nl.uitweg.testsupport;

import static nl.uitweg.testsupport.ImageBytes.bmp;
import static nl.uitweg.testsupport.ImageBytes.deflatedZeros;
import static nl.uitweg.testsupport.ImageBytes.gif;
import static nl.uitweg.testsupport.ImageBytes.gifFrame;
import static nl.uitweg.testsupport.ImageBytes.join;
import static nl.uitweg.testsupport.ImageBytes.octets;
import static nl.uitweg.testsupport.ImageBytes.png;
import static nl.uitweg.testsupport.ImageBytes.pngChunk;
import static nl.uitweg.testsupport.ImageBytes.webp;
import static nl.uitweg.testsupport.ImageBytes.webpCanvas;
import static nl.uitweg.testsupport.ImageBytes.webpFrame;
import static nl.uitweg.testsupport.ImageBytes.webpLossless;
import static nl.uitweg.testsupport.ImageBytes.webpLossy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Image files that must not be decoded, or that need a great deal of memory or time to decode. */
public final class DecompressionBombs {

  private static final int MANY_PARTS = 3_000;

  private DecompressionBombs() {}

  /** Images that are refused because of their header, by description. */
  public static Map<String, byte[]> refusedByHeader() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("lossless JPEG", losslessJpeg());
    all.put("small lossless JPEG", jpeg(JpegBytes.LOSSLESS, 8, 16, 16, 0x11, 0x11, 0x11));
    all.put("hierarchical JPEG", jpeg(JpegBytes.HIERARCHICAL, 8, 16, 16, 0x11, 0x11, 0x11));
    all.put("arithmetic JPEG", jpeg(JpegBytes.ARITHMETIC, 8, 16, 16, 0x11, 0x11, 0x11));
    all.put("twelve-bit JPEG", jpeg(JpegBytes.EXTENDED, 12, 16, 16, 0x11, 0x11, 0x11));
    all.put("JPEG without lines", jpeg(JpegBytes.BASELINE, 8, 16, 0, 0x11));
    all.put("JPEG with two components", jpeg(JpegBytes.BASELINE, 8, 16, 16, 0x11, 0x11));
    all.put("JPEG sampled 3:1", jpeg(JpegBytes.BASELINE, 8, 16, 16, 0x31, 0x11, 0x11));
    all.put("CMYK sampled 4:4", jpeg(JpegBytes.BASELINE, 8, 16, 16, 0x44, 0x11, 0x11, 0x44));
    all.put("huge JPEG", jpeg(JpegBytes.BASELINE, 8, 65_500, 65_500, 0x22, 0x11, 0x11));
    all.put("huge grey JPEG", jpeg(JpegBytes.BASELINE, 8, 65_500, 65_500, 0x11));
    all.put("progressive JPEG", jpeg(JpegBytes.PROGRESSIVE, 8, 9_000, 9_000, 0x11, 0x11, 0x11));
    all.put("JPEG of many scans", manyScans(MANY_PARTS, 2_000));
    all.put("large JPEG of forty scans", manyScans(40, 3_300));
    all.putAll(expensiveForTheirSize());
    all.put("huge PNG", png(100_000, 100_000, 8, 6, pngChunk("IDAT", deflatedZeros(1_000))));
    all.put("negative PNG", png(-1, -1, 8, 6, pngChunk("IDAT", deflatedZeros(1_000))));
    all.put("wide PNG", png(Integer.MAX_VALUE, 1, 8, 6, pngChunk("IDAT", deflatedZeros(1_000))));
    all.put("PNG without pixels", Photos.pngHeaderOnly(10, 10));
    all.put("PNG of many chunks", manyChunks());
    all.put(
        "PNG of many frames", png(9, 9, 8, 6, animation(), pngChunk("IDAT", deflatedZeros(400))));
    all.put("huge GIF", gif(65_535, 65_535, gifFrame(65_535, 65_535)));
    all.put("GIF with a huge frame", gif(1, 1, gifFrame(65_535, 65_535)));
    all.put("GIF of many frames", gif(9, 9, repeated(gifFrame(1, 1), MANY_PARTS)));
    all.put("lossless WebP", webp(webpLossless(16_384, 16_384, 59)));
    all.put("lossy WebP", webp(webpLossy(16_383, 16_383, 54)));
    all.put("huge WebP", webp(webpCanvas(0, 1 << 24, 1 << 24), webpLossy(9, 9, 4)));
    all.put("WebP in a small canvas", webp(webpCanvas(0, 9, 9), webpLossless(16_384, 16_384, 9)));
    all.put("WebP with a huge frame", animatedWebp(9, 9, webpLossless(16_384, 16_384, 9), 1));
    all.put("WebP of many frames", animatedWebp(9, 9, webpLossless(9, 9, 9), MANY_PARTS));
    all.put("huge BMP", bmp(1 << 30, 1 << 30, 24, 0, 64));
    all.put("BMP of the lowest height", bmp(9, Integer.MIN_VALUE, 24, 0, 64));
    all.put("BMP longer than its file", bmp(4_000, 4_000, 24, 0, 64));
    all.put("BMP with runs", bmp(4_000, 4_000, 8, 1, 64));
    all.put("BMP with a JPEG inside", bmp(9, 9, 0, 4, 64));
    return Collections.unmodifiableMap(all);
  }

  /** Small files that need seconds of processor time to decode, by description. */
  public static Map<String, byte[]> expensiveForTheirSize() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("lossy WebP of 48 kB", smallLossyWebp());
    all.put("WebP of 8 million pixels", webp(webpLossy(2_800, 2_800, 200)));
    all.put("lossless WebP of 8 million pixels", webp(webpLossless(2_800, 2_800, 200)));
    all.put("animated WebP", animatedWebp(2_800, 2_800, webpLossy(2_800, 2_800, 200), 500));
    all.put("JPEG of forty scans", manyScans(40, 3_100));
    all.put("JPEG of ten scans", manyScans(10, 3_400));
    all.put("flat JPEG", flatJpeg(10_900));
    all.put("grey PNG of zeros", zeros(7_000, 8, 0, 1));
    all.put("PNG of zeros", zeros(7_000, 8, 6, 4));
    all.put("deep PNG of zeros", zeros(3_400, 16, 6, 8));
    all.put("interlaced PNG of zeros", interlaced(zeros(3_400, 8, 6, 4)));
    return Collections.unmodifiableMap(all);
  }

  /** A WebP of 48 kB and 16 million pixels; it once cost more than ten seconds. */
  public static byte[] smallLossyWebp() {
    int firstPartition = 40_000;
    int tag = firstPartition << 5 | 1 << 4;
    byte[] coded = new byte[48_000];
    new Random(5).nextBytes(coded);
    return webp(
        ImageBytes.webpChunk(
            "VP8 ",
            join(
                octets(tag, tag >> 8, tag >> 16, 0x9D, 0x01, 0x2A, 0xA0, 0x0F, 0xA0, 0x0F),
                coded)));
  }

  /**
   * Images that pass the check of the header and are expensive to decode for a file of that size,
   * by description. Only the limits of the decoding process stop them.
   */
  public static Map<String, byte[]> expensiveToDecode() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("PNG of zeros", zeros(3_400, 8, 6, 4));
    all.put("deep PNG of zeros", zeros(2_400, 16, 6, 8));
    all.put("interlaced PNG of zeros", interlaced(zeros(2_800, 8, 6, 4)));
    all.put("PNG with a long text", textBomb());
    all.put("JPEG of forty scans", manyScans(40, 1_400));
    all.put("flat JPEG", flatJpeg(4_800));
    all.put("CMYK JPEG", jpeg(JpegBytes.BASELINE, 8, 4_800, 4_800, 0x11, 0x11, 0x11, 0x11));
    all.put("GIF of one code", gif(4_800, 4_800, gifFrame(4_800, 4_800)));
    all.put("lossless WebP", webp(webpLossless(2_400, 2_400, 200)));
    all.put("lossy WebP", webp(webpLossy(1_900, 1_900, 200)));
    return Collections.unmodifiableMap(all);
  }

  /** A JPEG of 131 bytes whose header declares 400 million pixels; it once crashed the site. */
  public static byte[] losslessJpeg() {
    int[] rest = new int[131 - 42];
    return new JpegBytes()
        .frame(JpegBytes.LOSSLESS, 8, 19_999, 19_999, 0x11, 0x11, 0x11)
        .scan(3, 1, 0, rest)
        .put(0, 0, 0, 0, 0)
        .end();
  }

  /** A WebP of 84 bytes whose header declares 268 million pixels; it once crashed the site. */
  public static byte[] losslessWebp() {
    return webp(webpLossless(16_384, 16_384, 59));
  }

  /** A square JPEG of a few bytes in one colour. */
  static byte[] flatJpeg(int side) {
    return jpeg(JpegBytes.BASELINE, 8, side, side, 0x22, 0x11, 0x11);
  }

  private static byte[] jpeg(int marker, int precision, int width, int height, int... sampling) {
    return new JpegBytes()
        .tables()
        .frame(marker, precision, width, height, sampling)
        .scan(sampling.length, 0, 63, 0, 0, 0, 0)
        .end();
  }

  private static byte[] manyScans(int scans, int side) {
    JpegBytes jpeg =
        new JpegBytes().tables().frame(JpegBytes.PROGRESSIVE, 8, side, side, 0x11, 0x11, 0x11);
    for (int i = 0; i < scans; i++) {
      jpeg.scan(3, 0, 0, 0, 0);
    }
    return jpeg.end();
  }

  /** A square PNG whose pixels are all zero. */
  private static byte[] zeros(int side, int depth, int colour, int bytesPerPixel) {
    return png(
        side,
        side,
        depth,
        colour,
        pngChunk("IDAT", deflatedZeros((long) side * (side * bytesPerPixel + 2))));
  }

  /** The same PNG with a header that says that it is interlaced. */
  private static byte[] interlaced(byte[] png) {
    byte[] header = Arrays.copyOfRange(png, 16, 29);
    header[12] = 1;
    return join(
        Arrays.copyOf(png, 8), pngChunk("IHDR", header), Arrays.copyOfRange(png, 33, png.length));
  }

  private static byte[] manyChunks() {
    return png(9, 9, 8, 6, repeated(pngChunk("IDAT", new byte[0]), 21_000));
  }

  private static byte[] animation() {
    return pngChunk("acTL", octets(0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0));
  }

  /** A PNG with a compressed text of 300 MB; the palette makes decoders read every chunk. */
  private static byte[] textBomb() {
    return png(
        9,
        9,
        8,
        3,
        pngChunk("PLTE", new byte[768]),
        pngChunk("zTXt", join(octets('a', 0, 0), deflatedZeros(300_000_000))),
        pngChunk("IDAT", deflatedZeros(90)));
  }

  private static byte[] animatedWebp(int width, int height, byte[] bitstream, int frames) {
    return webp(
        webpCanvas(2, width, height),
        ImageBytes.webpChunk("ANIM", new byte[6]),
        repeated(webpFrame(width, height, bitstream), frames));
  }

  private static byte[] repeated(byte[] part, int times) {
    byte[][] parts = new byte[times][];
    Arrays.fill(parts, part);
    return join(parts);
  }
}
