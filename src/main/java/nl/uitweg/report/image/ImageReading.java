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

/** Decodes an image whose header was judged, the right way up. Runs in a process of its own. */
final class ImageReading {

  static {
    ImageIO.setUseCache(false); // never a file of what was sent
  }

  private ImageReading() {}

  /**
   * @param mostPixels with more the image is read coarser
   */
  static BufferedImage read(byte[] bytes, ImageHeader header, long mostPixels) throws IOException {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(input, header.format());
      try {
        boolean photo = header.format() == ImageFormat.JPEG;
        reader.setInput(input, false, !photo);
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
          throw new IOException("the decoder finds another size than the header has");
        }
        int coarser =
            (int) Math.max(1, Math.ceil(Math.sqrt((double) header.pixels() / mostPixels)));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(coarser, coarser, 0, 0);
        Orientation orientation = photo ? ExifUtils.getExifOrientation(reader, 0) : null;
        BufferedImage image = reader.read(0, parameters);
        return orientation == null ? image : Upright.turn(image, orientation);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Only a reader of the format that was judged, whatever else would read these bytes. */
  private static ImageReader reader(ImageInputStream input, ImageFormat format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getFormatName().equalsIgnoreCase(format.name())) {
        return reader;
      }
      reader.dispose();
    }
    throw new IOException("no reader");
  }
}
