package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.Test;

class EncryptedPdfTest {

  private static final String TITLE = "kanarie in een document";

  @Test
  void encryptsEverythingWithAes256() throws IOException {
    String passphrase = EncryptedPdf.passphrase();
    assertThat(passphrase).matches("([2-9a-z]{5}-){4}[2-9a-z]{5}");
    byte[] encrypted = write(passphrase);
    assertThat(new String(encrypted, StandardCharsets.ISO_8859_1)).doesNotContain("kanarie");
    try (PDDocument opened = Loader.loadPDF(encrypted, passphrase)) {
      assertThat(opened.getDocumentInformation().getTitle()).isEqualTo(TITLE);
      assertThat(opened.getEncryption().getVersion()).isEqualTo(5);
      assertThat(opened.getEncryption().getRevision()).isEqualTo(6);
      assertThat(opened.getEncryption().getStdCryptFilterDictionary().getCryptFilterMethod())
          .isEqualTo(COSName.AESV3);
    }
  }

  @Test
  void opensWithItsPassphraseOnly() throws IOException {
    byte[] encrypted = write(EncryptedPdf.passphrase());
    for (String wrong : new String[] {"", EncryptedPdf.passphrase()}) {
      assertThatThrownBy(() -> Loader.loadPDF(encrypted, wrong))
          .isInstanceOf(InvalidPasswordException.class);
    }
  }

  private static byte[] write(String passphrase) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentInformation().setTitle(TITLE);
      return EncryptedPdf.write(document, passphrase);
    }
  }
}
