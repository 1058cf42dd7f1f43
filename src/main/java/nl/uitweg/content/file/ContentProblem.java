package nl.uitweg.content.file;

/**
 * Content that cannot be shown: says file, line and what to do. Start-up and the check stop on it.
 */
public class ContentProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private ContentProblem(String message) {
    super(message);
  }

  public static ContentProblem at(String file, int line, String reason) {
    return new ContentProblem(file + ":" + line + ": " + reason);
  }

  public static ContentProblem in(String file, String reason) {
    return new ContentProblem(file + ": " + reason);
  }
}
