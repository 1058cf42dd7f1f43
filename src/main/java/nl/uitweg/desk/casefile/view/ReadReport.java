package nl.uitweg.desk.casefile.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The view of a report that was read, with what its page and the audit trail need besides.
 *
 * @param replyLanguages codes of the languages in which an officer may write, the reporter's
 *     language first
 * @param unreadableParts names, as recorded in the audit trail, of the parts that cannot be
 *     decrypted
 * @param receivedAt when the report was sent; empty when it cannot be decrypted
 * @param answeredAt when the reporter sent messages
 */
public record ReadReport(
    CaseFileView view,
    List<String> replyLanguages,
    List<String> unreadableParts,
    Optional<Instant> receivedAt,
    List<Instant> answeredAt) {

  /** The number by which officers name the report; empty while it has not been indexed. */
  public String number() {
    return view.header().facts().number();
  }

  public boolean readable() {
    return view.header().readable();
  }
}
