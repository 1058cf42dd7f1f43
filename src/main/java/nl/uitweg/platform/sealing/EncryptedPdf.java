package nl.uitweg.platform.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Writes a PDF, with its attachments, that is encrypted with a passphrase: AES-256, revision 6 of
 * the standard security handler (ISO 32000-2, section 7.6.4).
 */
public final class EncryptedPdf {

  private static final int KEY_BITS = 256;
  private static final int PASSPHRASE_GROUPS = 5;
  private static final int PASSPHRASE_GROUP_LENGTH = 5;

  private EncryptedPdf() {}

  /** A new random passphrase of about 120 bits. */
  public static String passphrase() {
    return RandomText.groups(PASSPHRASE_GROUPS, PASSPHRASE_GROUP_LENGTH);
  }

  /** Encrypts the document. The owner password is random and discarded. */
  public static byte[] write(PDDocument document, String passphrase) throws IOException {
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy(passphrase(), passphrase, new AccessPermission());
    policy.setEncryptionKeyLength(KEY_BITS);
    document.protect(policy);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
