package nl.uitweg.report.image;

/** The task of the image process. */
public enum ImageTask {
  /** Re-encode the whole image upright, without metadata. */
  CLEAN,
  /**
   * Make a preview of at most 16 by 32 pixels, from which an officer can decide whether to open the
   * image.
   */
  PREVIEW
}
