package nl.uitweg.demo;

/** Something that keeps the demo from starting, in one sentence for the person at the terminal. */
public class DemoProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  DemoProblem(String sentence) {
    super(sentence);
  }

  DemoProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
