package nl.uitweg.report.intake;

/** Thrown when files would exceed the maximum per report; then nothing is stored. */
public final class TooManyFilesException extends Exception {
  private static final long serialVersionUID = 1;
}
