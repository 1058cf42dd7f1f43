package nl.uitweg.platform.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;

/**
 * Seals the state of a form into a token that is embedded in the page, so that the server keeps no
 * state. {@link DeskSeal} is its counterpart for the forms of the desk.
 */
public final class FormSeal {

  private final TokenSeal tokens;

  private FormSeal(TokenSeal tokens) {
    this.tokens = tokens;
  }

  /** Reads the key, which all replicas of the public tier share. */
  public static FormSeal read(Path publicFolder) {
    Path file = publicFolder.resolve("form.json");
    try {
      return new FormSeal(new TokenSeal(KeyFolder.readSymmetric(file), "form"));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " is not valid", e);
    }
  }

  /**
   * Seals a token.
   *
   * @param purpose kind of form; a token of one form cannot be decrypted as one of another
   * @return base64url without padding
   */
  public String seal(String purpose, byte[] state) {
    return tokens.seal(purpose, state);
  }

  /**
   * Decrypts a token.
   *
   * @throws UnsealException when the token was not sealed with this key for this purpose
   */
  public byte[] open(String purpose, String token) throws UnsealException {
    return tokens.open(purpose, token);
  }

  /**
   * Seals a token that says when it was issued.
   *
   * @see #openIssuedAfter
   */
  public String sealIssued(String purpose, Instant issued, byte[] content) {
    return seal(
        purpose,
        ByteBuffer.allocate(Long.BYTES + content.length)
            .putLong(issued.getEpochSecond())
            .put(content)
            .array());
  }

  /**
   * Decrypts a token of {@link #sealIssued}; empty when it was not sealed with this key for this
   * purpose, or was issued earlier.
   */
  public Optional<byte[]> openIssuedAfter(String purpose, Instant earliest, String token) {
    try {
      ByteBuffer opened = ByteBuffer.wrap(open(purpose, token));
      Instant issued = Instant.ofEpochSecond(opened.getLong());
      byte[] content = new byte[opened.remaining()];
      opened.get(content);
      return issued.isAfter(earliest) ? Optional.of(content) : Optional.empty();
    } catch (UnsealException forged) {
      return Optional.empty();
    }
  }
}
