package nl.uitweg.report.received;

import nl.uitweg.platform.sealing.UnsealException;

/**
 * Thrown when sealed content can be decrypted but is not what was first received, or does not
 * belong where it is stored: somebody replaced or moved it. Anyone with the public keysets can seal
 * a replacement.
 */
public class ReplacedContentException extends UnsealException {

  private static final long serialVersionUID = 1;

  public ReplacedContentException(String reason) {
    super(reason);
  }
}
