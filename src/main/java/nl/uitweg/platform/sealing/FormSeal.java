package nl.uitweg.platform.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Seals the form in progress into text that travels in the page, so that nothing is kept on the
 * server. {@link DeskSeal} is its counterpart for the forms of the desk.
 */
public final class FormSeal {

  private final TokenSeal tokens;

  private FormSeal(TokenSeal tokens) {
    this.tokens = tokens;
  }

  /** Reads the key that all replicas of the public tier share. */
  public static FormSeal read(Path open) {
    Path file = open.resolve("form.json");
    try {
      return new FormSeal(new TokenSeal(KeyFolder.symmetric(file), "form"));
    } catch (IOException e) {
      throw new UncheckedIOException("The key file " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key file " + file + " is not valid", e);
    }
  }

  /**
   * @param purpose which form; a token for one form does not open in another
   * @return base64url without padding
   */
  public String seal(String purpose, byte[] state) {
    return tokens.seal(purpose, state);
  }

  /**
   * @throws UnsealException when the token was not made by us for this purpose
   */
  public byte[] open(String purpose, String token) throws UnsealException {
    return tokens.open(purpose, token);
  }
}
