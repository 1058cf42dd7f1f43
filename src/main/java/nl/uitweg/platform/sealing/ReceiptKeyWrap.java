package nl.uitweg.platform.sealing;

import java.util.UUID;

/** Wraps and unwraps the conversation key for the reporter who has the receipt code. */
public final class ReceiptKeyWrap {

  private static final String KIND = "conversation-key";

  private ReceiptKeyWrap() {}

  public static byte[] wrap(
      ReceiptDerivation.Access access, ContentKey conversationKey, UUID reportId) {
    return access.key().seal(AssociatedData.of(KIND, reportId), conversationKey.toByteArray());
  }

  /**
   * Unwraps the conversation key.
   *
   * @throws UnsealException when the key was not wrapped for this receipt code and report
   */
  public static ContentKey unwrap(ReceiptDerivation.Access access, UUID reportId, byte[] wrapped)
      throws UnsealException {
    return ContentKey.of(access.key().open(AssociatedData.of(KIND, reportId), wrapped));
  }
}
