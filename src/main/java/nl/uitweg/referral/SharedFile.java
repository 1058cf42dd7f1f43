package nl.uitweg.referral;

import java.util.UUID;

/**
 * Decrypted metadata of a file that was shared in a referral.
 *
 * @param name neutral file name with the extension of its type; the original name could identify
 *     the reporter
 * @param size in bytes
 * @param readable false when the metadata cannot be decrypted; then only {@code id} is known, and
 *     the other components are empty, 0 or false
 */
public record SharedFile(
    UUID id,
    String name,
    String mediaType,
    int size,
    boolean cleaned,
    boolean scanned,
    boolean readable) {

  static SharedFile unreadable(UUID id) {
    return new SharedFile(id, "", "", 0, false, false, false);
  }

  /**
   * Whether it is a cleaned image. Cleaning re-encodes an image, so a browser may safely display
   * it.
   */
  public boolean isCleanedImage() {
    return cleaned && mediaType.startsWith("image/");
  }
}
