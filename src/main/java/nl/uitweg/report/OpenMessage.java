package nl.uitweg.report;

import java.time.Instant;
import nl.uitweg.report.content.MessageContent;

/**
 * A message in the clear.
 *
 * @param files how many files came with it
 * @param read whether the other side has opened it
 * @param opens false when the sealed message was altered; then there are no words
 */
public record OpenMessage(
    boolean fromOfficer, Instant at, MessageContent words, int files, boolean read, boolean opens) {

  /** Never the text: this may end in a log. */
  @Override
  public String toString() {
    return "OpenMessage";
  }
}
