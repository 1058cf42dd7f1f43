package nl.uitweg.referral;

import java.util.UUID;

/**
 * What may be known of a file that was referred, before it is opened.
 *
 * @param name neutral and with the ending of what it is: the reporter's own name may say who they
 *     are
 * @param size in bytes
 * @param opens false when its sealed part was altered; then the rest is empty
 */
public record SharedFile(
    UUID id,
    String name,
    String mediaType,
    int size,
    boolean cleaned,
    boolean scanned,
    boolean opens) {

  static SharedFile broken(UUID id) {
    return new SharedFile(id, "", "", 0, false, false, false);
  }

  /** Whether it is drawn again by us, so that a browser may show it. */
  public boolean image() {
    return cleaned && mediaType.startsWith("image/");
  }
}
