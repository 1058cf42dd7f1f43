package nl.uitweg.report.image;

import java.time.Duration;

/**
 * Processor time that somebody may use for their images. {@link ImageDecoder} asks it before an
 * image and tells it afterwards what the image cost.
 */
public interface ImageBudget {

  /** For officers, whose previews are made of images that were already accepted. */
  ImageBudget UNLIMITED =
      new ImageBudget() {
        @Override
        public boolean isSpent() {
          return false;
        }

        @Override
        public boolean mayWait() {
          return true;
        }

        @Override
        public void use(Duration processorTime) {}
      };

  /** Whether no further image is decoded, because the images before used all the time. */
  boolean isSpent();

  /**
   * Whether an image may wait for its turn; otherwise it is decoded only when no other image is
   * being decoded or waits.
   */
  boolean mayWait();

  /** Counts processor time that was used for an image. */
  void use(Duration processorTime);
}
