package nl.uitweg.report.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import nl.uitweg.report.image.header.ImageFormat;
import nl.uitweg.report.image.header.ImageHeader;

/**
 * Decodes an image whose header was checked, and applies its Exif orientation. Runs in the image
 * process.
 */
final class UprightImageReader {

  static {
    ImageIO.setUseCache(false); // never write image data to a cache file
  }

  private UprightImageReader() {}

  /**
   * Decodes an image.
   *
   * @param maxPixels larger images are subsampled
   */
  static BufferedImage read(byte[] bytes, ImageHeader header, long maxPixels) throws IOException {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(input, header.format());
      try {
        boolean photo = header.format() == ImageFormat.JPEG;
        reader.setInput(input, false, !photo);
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
          throw new IOException("the decoder reports another size than the header");
        }
        int subsampling =
            (int) Math.max(1, Math.ceil(Math.sqrt((double) header.pixels() / maxPixels)));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(subsampling, subsampling, 0, 0);
        Orientation orientation = photo ? ExifUtils.getExifOrientation(reader, 0) : null;
        BufferedImage image = reader.read(0, parameters);
        return orientation == null ? image : ExifRotation.apply(image, orientation);
      } finally {
        reader.dispose();
      }
    }
  }

  /**
   * The reader for the format of the checked header; other readers that accept these bytes are not
   * used.
   */
  private static ImageReader reader(ImageInputStream input, ImageFormat format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getFormatName().equalsIgnoreCase(format.name())) {
        return reader;
      }
      reader.dispose();
    }
    throw new IOException("no image reader for " + format);
  }
}
