package nl.uitweg.report.image.header;

import nl.uitweg.report.image.header.RefusedImageException.Reason;

/**
 * What an image says about itself before anything is decoded. One that exists is within {@link
 * ImageBounds} and of a variant that is drawn.
 *
 * @param width of the first frame, in pixels
 * @param height of the first frame, in pixels
 * @param frames one, or more when it is animated
 */
public record ImageHeader(ImageFormat format, int width, int height, int frames) {

  public ImageHeader {
    if (width < 1 || height < 1 || frames < 1) {
      throw new IllegalArgumentException("an image has at least one pixel and one frame");
    }
  }

  /**
   * Reads the structure of the file, not its pixels: the time it takes grows with the length of the
   * file only.
   *
   * @throws RefusedImageException when it is not to be decoded
   */
  public static ImageHeader read(byte[] image) throws RefusedImageException {
    ImageFormat format =
        ImageFormat.of(image).orElseThrow(() -> new RefusedImageException(Reason.FORMAT));
    ByteCursor cursor = new ByteCursor(image);
    return switch (format) {
      case JPEG -> JpegHeader.read(cursor);
      case PNG -> PngHeader.read(cursor);
      case GIF -> GifHeader.read(cursor);
      case WEBP -> WebpHeader.read(cursor);
      case BMP -> BmpHeader.read(cursor);
    };
  }

  public long pixels() {
    return (long) width * height;
  }
}
