package nl.uitweg.report.received;

import nl.uitweg.platform.sealing.UnsealException;

/**
 * Sealed content can be decrypted and is not what was first received: somebody sealed another in
 * its place, which needs no more than the public keysets.
 */
public class ReplacedContentException extends UnsealException {

  private static final long serialVersionUID = 1;

  public ReplacedContentException(String reason) {
    super(reason);
  }
}
