package nl.uitweg.report.received;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.sealing.Fingerprints;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprint of sealed content as it was first received, or of a key as it was created, recorded
 * in the audit chain. Key rotation and recovery wrap the same keys again and do not change it.
 *
 * @param content SHA-256 of the ciphertext; {@link Fingerprints#NONE} for a key that is created
 *     before its content
 * @param key commitment to the content key
 * @param conversation commitment to the conversation key; {@link Fingerprints#NONE} when there is
 *     no conversation
 */
public record ReceivedFingerprint(String content, String key, String conversation) {

  private static final Pattern TEXT =
      Pattern.compile("content=([0-9a-f]{64}|none) key=(\\w+) conversation=(\\w+)");

  /**
   * Returned by a query in place of a recorded fingerprint; {@link #of} reads it as {@link
   * #PENDING}.
   */
  public static final String PENDING_MARKER = "pending";

  /**
   * Returned by a query in place of a recorded fingerprint; {@link #of} reads it as {@link
   * #PURGED}.
   */
  public static final String PURGED_MARKER = "purged";

  /** For content that is still to be recorded at its first indexing: every comparison succeeds. */
  private static final ReceivedFingerprint PENDING =
      new ReceivedFingerprint(PENDING_MARKER, PENDING_MARKER, PENDING_MARKER);

  /** For content that was never recorded and will not be: no comparison succeeds. */
  private static final ReceivedFingerprint MISSING = new ReceivedFingerprint("", "", "");

  /** For content of a purged report: no comparison succeeds. */
  private static final ReceivedFingerprint PURGED =
      new ReceivedFingerprint(PURGED_MARKER, PURGED_MARKER, PURGED_MARKER);

  /** Fingerprint of a key that is created before its content. */
  public static ReceivedFingerprint ofKey(byte[] wrapped) {
    return new ReceivedFingerprint(
        Fingerprints.NONE, Fingerprints.ofKey(wrapped), Fingerprints.NONE);
  }

  /** The text recorded as the reason of the audit event. */
  public String text() {
    return "content=" + content + " key=" + key + " conversation=" + conversation;
  }

  /**
   * Parses a recorded fingerprint.
   *
   * @param text reason of the audit event, or one of the markers; null when there is neither
   */
  public static ReceivedFingerprint of(@Nullable String text) {
    if (PENDING_MARKER.equals(text)) {
      return PENDING;
    }
    if (PURGED_MARKER.equals(text)) {
      return PURGED;
    }
    Matcher matcher = TEXT.matcher(text == null ? "" : text);
    return matcher.matches()
        ? new ReceivedFingerprint(matcher.group(1), matcher.group(2), matcher.group(3))
        : MISSING;
  }

  /**
   * Must be called before anything is decrypted.
   *
   * @throws PurgedReportException when the report has been purged
   */
  public void requireNotPurged() throws PurgedReportException {
    if (equals(PURGED)) {
      throw new PurgedReportException();
    }
  }

  /**
   * Verifies the ciphertext of the content.
   *
   * @throws ReplacedContentException when the ciphertext is not the one first received
   */
  public void requireContent(byte[] sealed) throws ReplacedContentException {
    if (!equals(PENDING) && !Fingerprints.ofContent(sealed).equals(content)) {
      throw new ReplacedContentException("the ciphertext is not the one first received");
    }
  }

  /**
   * Verifies the content key.
   *
   * @param wrapped wrapped key from which the key was unwrapped
   * @throws ReplacedContentException when the key is not the one first received
   */
  public void requireKey(byte[] wrapped) throws ReplacedContentException {
    requireEqual(key, wrapped);
  }

  /** Like {@link #requireKey}, for the conversation key. */
  public void requireConversation(byte[] wrapped) throws ReplacedContentException {
    requireEqual(conversation, wrapped);
  }

  private void requireEqual(String recorded, byte[] wrapped) throws ReplacedContentException {
    String actual = Fingerprints.ofKey(wrapped);
    if (!equals(PENDING) && (actual.equals(Fingerprints.NONE) || !actual.equals(recorded))) {
      throw new ReplacedContentException("the key is not the one first received");
    }
  }
}
