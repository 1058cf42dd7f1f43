package nl.uitweg.platform.sealing;

import java.util.UUID;

/** A conversation key wrapped for the holder of the receipt. */
public final class ReceiptKeyWrap {

  private static final String WHAT = "conversation-key";

  private ReceiptKeyWrap() {}

  public static byte[] wrap(Receipts.Access access, ContentKey conversation, UUID reportId) {
    return access.key().seal(AssociatedData.of(WHAT, reportId), conversation.toByteArray());
  }

  /**
   * @throws UnsealException when it was not wrapped for this receipt and report
   */
  public static ContentKey unwrap(Receipts.Access access, UUID reportId, byte[] wrapped)
      throws UnsealException {
    return ContentKey.of(access.key().open(AssociatedData.of(WHAT, reportId), wrapped));
  }
}
