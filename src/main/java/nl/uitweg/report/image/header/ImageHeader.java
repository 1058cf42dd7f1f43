package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * The header of an image, read before anything is decoded. What {@link #read} returns is within
 * {@link ImageSizeLimits} and of a supported variant.
 *
 * @param width width of the first frame, in pixels
 * @param height height of the first frame, in pixels
 * @param frames number of frames; more than one for an animation
 * @param work estimated cost of decoding and re-encoding, in pixels of a photo with one scan; at
 *     most {@link #MAX_WORK}
 */
public record ImageHeader(ImageFormat format, int width, int height, int frames, long work) {

  /** The largest work of an image that is not refused. */
  public static final long MAX_WORK = DecodingWork.MAX;

  public ImageHeader {
    if (width < 1 || height < 1 || frames < 1) {
      throw new IllegalArgumentException("an image must have at least one pixel and one frame");
    }
  }

  /**
   * Reads the structure of a file without decoding pixels; the time is linear in the size of the
   * file.
   *
   * @throws RefusedImageException when the image must not be decoded
   */
  public static ImageHeader read(byte[] image) throws RefusedImageException {
    ImageFormat format =
        ImageFormat.of(image).orElseThrow(() -> new RefusedImageException(Reason.UNKNOWN_FORMAT));
    ByteCursor cursor = new ByteCursor(image);
    ImageHeader header =
        switch (format) {
          case JPEG -> JpegHeader.read(cursor);
          case PNG -> PngHeader.read(cursor);
          case GIF -> GifHeader.read(cursor);
          case WEBP -> WebpHeader.read(cursor);
          case BMP -> BmpHeader.read(cursor);
        };
    DecodingWork.check(header.work, image.length);
    return header;
  }

  /** Number of pixels of the first frame. */
  public long pixels() {
    return (long) width * height;
  }
}
