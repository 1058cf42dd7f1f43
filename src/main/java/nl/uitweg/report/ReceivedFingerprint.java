package nl.uitweg.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.sealing.Fingerprints;
import org.jspecify.annotations.Nullable;

/**
 * What identifies sealed content as it was first received, or a key as it was made, as it stands in
 * the audit chain. Rotation and recovery wrap the same keys again, and so change none of it.
 *
 * @param content SHA-256 of the ciphertext; {@link Fingerprints#NONE} for a key alone
 * @param key commitment to its key
 * @param conversation commitment to the key of the conversation; {@link Fingerprints#NONE} where
 *     there is no conversation
 */
public record ReceivedFingerprint(String content, String key, String conversation) {

  private static final Pattern TEXT =
      Pattern.compile("content=([0-9a-f]{64}|none) key=(\\w+) conversation=(\\w+)");

  static final String PENDING_TEXT = "pending";
  static final String PURGED_TEXT = "purged";

  /** Of content that will be recorded at its first indexing: there is nothing to compare with. */
  private static final ReceivedFingerprint PENDING =
      new ReceivedFingerprint(PENDING_TEXT, PENDING_TEXT, PENDING_TEXT);

  /** Of content that was never recorded and will not be: nothing is equal to it. */
  private static final ReceivedFingerprint MISSING = new ReceivedFingerprint("", "", "");

  /** Of content of a report that was purged: nothing is equal to it. */
  private static final ReceivedFingerprint PURGED =
      new ReceivedFingerprint(PURGED_TEXT, PURGED_TEXT, PURGED_TEXT);

  /** Of a key alone, which opens content that is added later. */
  static ReceivedFingerprint ofKey(byte[] wrapped) {
    return new ReceivedFingerprint(
        Fingerprints.NONE, Fingerprints.ofKey(wrapped), Fingerprints.NONE);
  }

  /** As the reason of an audit event. */
  public String text() {
    return "content=" + content + " key=" + key + " conversation=" + conversation;
  }

  /**
   * @param text the reason of an audit event; null when there is none
   */
  public static ReceivedFingerprint of(@Nullable String text) {
    if (PENDING_TEXT.equals(text)) {
      return PENDING;
    }
    if (PURGED_TEXT.equals(text)) {
      return PURGED;
    }
    Matcher found = TEXT.matcher(text == null ? "" : text);
    return found.matches()
        ? new ReceivedFingerprint(found.group(1), found.group(2), found.group(3))
        : MISSING;
  }

  /**
   * Asked before anything is decrypted.
   *
   * @throws PurgedReportException when the report was purged since it was received
   */
  void requireNotPurged() throws PurgedReportException {
    if (equals(PURGED)) {
      throw new PurgedReportException();
    }
  }

  /**
   * @throws ReplacedContentException when the ciphertext is another than the one first received
   */
  public void requireContent(byte[] sealed) throws ReplacedContentException {
    if (!equals(PENDING) && !Fingerprints.ofContent(sealed).equals(content)) {
      throw new ReplacedContentException("another ciphertext was received");
    }
  }

  /**
   * @param wrapped after the key was unwrapped from it
   * @throws ReplacedContentException when the key is another than the one first received
   */
  public void requireKey(byte[] wrapped) throws ReplacedContentException {
    require(key, wrapped);
  }

  /** As {@link #requireKey}, for the key of the conversation. */
  void requireConversation(byte[] wrapped) throws ReplacedContentException {
    require(conversation, wrapped);
  }

  private void require(String recorded, byte[] wrapped) throws ReplacedContentException {
    String found = Fingerprints.ofKey(wrapped);
    if (!equals(PENDING) && (found.equals(Fingerprints.NONE) || !found.equals(recorded))) {
      throw new ReplacedContentException("another key was received");
    }
  }
}
