package nl.uitweg.desk.casefile.view;

import java.util.List;

/**
 * The view of a report that was read, with what its page and the audit trail need besides.
 *
 * @param replyLanguages codes of the languages in which an officer may write, the reporter's
 *     language first
 * @param unreadableParts names, as recorded in the audit trail, of the parts that cannot be
 *     decrypted
 */
public record ReadReport(
    CaseFileView view, List<String> replyLanguages, List<String> unreadableParts) {

  public boolean readable() {
    return view.header().readable();
  }
}
