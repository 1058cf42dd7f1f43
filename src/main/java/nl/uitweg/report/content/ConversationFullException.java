package nl.uitweg.report.content;

/** Thrown when a conversation has the maximum number of messages; then nothing is stored. */
public final class ConversationFullException extends Exception {
  private static final long serialVersionUID = 1;
}
