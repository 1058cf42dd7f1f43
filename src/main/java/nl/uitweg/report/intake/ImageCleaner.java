package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import nl.uitweg.report.image.ImageBudget;
import nl.uitweg.report.image.ImageDecoder;
import nl.uitweg.report.image.ImageTask;
import nl.uitweg.report.image.ReencodedImage;
import nl.uitweg.report.image.header.ImageFormat;

/**
 * Re-encodes images upright, so that only the visible picture remains: no location, time, device,
 * thumbnail or hidden data.
 */
@Singleton
public class ImageCleaner {

  private final ImageDecoder decoder;

  ImageCleaner(ImageDecoder decoder) {
    this.decoder = decoder;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record CleanImage(FileType type, byte[] content) {}

  /**
   * Re-encodes an image. Empty when the image is malformed, of an unsupported variant or too
   * costly, when the budget is spent, or when the image process cannot be started.
   *
   * @throws IOException when too many images are waiting
   */
  Optional<CleanImage> clean(byte[] image, ImageBudget budget) throws IOException {
    return decoder.reencode(ImageTask.CLEAN, image, budget).map(ImageCleaner::toCleanImage);
  }

  private static CleanImage toCleanImage(ReencodedImage image) {
    FileType type = image.format() == ImageFormat.PNG ? FileType.PNG : FileType.JPEG;
    return new CleanImage(type, image.content());
  }

  /**
   * A preview of at most 16 by 32 pixels, as JPEG; empty when the content is not an image that can
   * be decoded.
   *
   * @throws IOException when too many images are waiting
   */
  public Optional<byte[]> preview(byte[] image) throws IOException {
    return decoder
        .reencode(ImageTask.PREVIEW, image, ImageBudget.UNLIMITED)
        .map(ReencodedImage::content);
  }

  /** Whether images can be processed now; for the page of the administrator. */
  public boolean isAvailable() {
    return decoder.isAvailable();
  }
}
