package nl.uitweg.report.image;

/** What is asked of an image. */
public enum ImageTask {
  /** The whole image, upright, without anything but what is to be seen. */
  CLEAN,
  /** A few coloured squares, for an officer who decides whether to look: at most 16 pixels wide. */
  PREVIEW
}
