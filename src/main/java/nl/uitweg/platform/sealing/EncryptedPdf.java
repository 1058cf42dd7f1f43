package nl.uitweg.platform.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Writes a PDF that opens only with a passphrase: AES-256, revision 6 of the standard security
 * handler (ISO 32000-2, 7.6.4), with everything attached to it.
 */
public final class EncryptedPdf {

  private static final int KEY_BITS = 256;
  private static final int GROUPS = 5;
  private static final int LENGTH = 5;

  private EncryptedPdf() {}

  /** A passphrase of some 120 bits. */
  public static String passphrase() {
    return RandomText.groups(GROUPS, LENGTH);
  }

  /** The owner's passphrase is another, that nobody learns. */
  public static byte[] write(PDDocument document, String passphrase) throws IOException {
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy(passphrase(), passphrase, new AccessPermission());
    policy.setEncryptionKeyLength(KEY_BITS);
    policy.setPreferAES(true);
    document.protect(policy);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
