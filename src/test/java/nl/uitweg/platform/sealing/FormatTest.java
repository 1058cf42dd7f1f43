package nl.uitweg.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Known-answer tests of version 2 of stored content and of version 1 of form tokens and codes. The
 * vectors were written once, with keys that are used for nothing else, and never change: later
 * versions of the application must be able to decrypt a report sealed in 2026.
 */
class FormatTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors/v2.properties");
  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");

  /** The municipality for which the vectors were sealed; like them, it never changes. */
  private static final String MUNICIPALITY = "zandvoort";

  private static final AssociatedData REPORT =
      AssociatedData.of("report", ID, MUNICIPALITY, "2026-11-29", "labour", "sexual");
  private static final AssociatedData MESSAGE =
      AssociatedData.of("message", ID, MUNICIPALITY, ID, 3, "to-reporter");

  @TempDir static Path keys;

  private static Properties vectors;

  @BeforeAll
  static void writeKeyFiles() throws IOException {
    vectors = new Properties();
    try (var reader = Files.newBufferedReader(VECTORS)) {
      vectors.load(reader);
    }
    for (String file :
        new String[] {
          "public/form.json",
          "public/receipt.hex",
          "private/kek.json",
          "private/vector.private.json"
        }) {
      Path target = keys.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, vectors.getProperty(file));
    }
  }

  @Test
  void unwrapsAKeyAndDecryptsItsContent() throws UnsealException {
    assertThat(new String(key().open(REPORT, bytes("content")), UTF_8))
        .isEqualTo("Achter het restaurant slapen zes mensen — ستة");
  }

  @Test
  void decryptsAFormToken() throws UnsealException {
    FormSeal seal = FormSeal.read(keys.resolve("public"));
    assertThat(new String(seal.open("report", vectors.getProperty("token")), UTF_8))
        .isEqualTo("state of a form");
  }

  @Test
  void derivesReportIdCodeAndAccessFromASeed() throws UnsealException {
    ReceiptDerivation receiptDerivation = ReceiptDerivation.read(keys.resolve("public"));
    byte[] seed = bytes("seed");
    assertThat(receiptDerivation.reportId(seed)).hasToString(vectors.getProperty("report-id"));
    ReceiptCode code = receiptDerivation.receiptCode(seed);
    assertThat(code.digits()).isEqualTo(vectors.getProperty("receipt"));
    ReceiptDerivation.Access access = receiptDerivation.accessForReading(code);
    assertThat(access.lookupId()).isEqualTo(bytes("lookup-id"));
    ContentKey conversation = ReceiptKeyWrap.unwrap(access, ID, bytes("receipt-wrapped"));
    assertThat(new String(conversation.open(MESSAGE, bytes("message")), UTF_8))
        .isEqualTo("Welke verdieping?");
  }

  @Test
  void encodesAssociatedDataWithVersionAndLengths() {
    AssociatedData data = AssociatedData.of("message", ID, "ankerdaal", ID, 3, "to-reporter");
    assertThat(data.encode((byte) 2))
        .isEqualTo(
            ("uitweg/2/7:message/36:7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab/9:ankerdaal"
                    + "/36:7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab/1:3/11:to-reporter")
                .getBytes(UTF_8));
  }

  @Test
  void computesTheKnownFingerprints() {
    assertThat(Fingerprints.ofContent(bytes("content")))
        .isEqualTo(vectors.getProperty("content-fingerprint"));
    assertThat(Fingerprints.ofKey(bytes("wrapped")))
        .isEqualTo(vectors.getProperty("key-fingerprint"));
  }

  @Test
  void rejectsVersion1OfStoredContent() {
    byte[] earlier = bytes("content");
    earlier[0] = 1;
    assertThatThrownBy(() -> key().open(REPORT, earlier)).hasMessage("unknown format version");
    byte[] wrapped = bytes("wrapped");
    wrapped[0] = 1;
    assertThatThrownBy(
            () -> Opener.read(keys.resolve("private")).unwrap("vector", "report", ID, wrapped))
        .hasMessage("unknown format version");
  }

  @Test
  void decryptsVersion2NextToALaterVersion() throws UnsealException {
    ContentKey key = key();
    byte[] later = bytes("content");
    later[0] = 3;
    assertThatThrownBy(() -> key.open(REPORT, later)).hasMessage("unknown format version");
    Format third = new Format((byte) 3, 4096);
    List<Format> both = List.of(third, Format.V2);
    byte[] sealed = key.seal(third, REPORT, "nieuw".getBytes(UTF_8));
    assertThat(key.open(both, REPORT, sealed)).isEqualTo("nieuw".getBytes(UTF_8));
    assertThat(key.open(both, REPORT, bytes("content")))
        .isEqualTo(key.open(REPORT, bytes("content")));
    sealed[0] = 2;
    assertThatThrownBy(() -> key.open(both, REPORT, sealed))
        .hasMessage("content cannot be decrypted");
  }

  private static ContentKey key() throws UnsealException {
    return Opener.read(keys.resolve("private")).unwrap("vector", "report", ID, bytes("wrapped"));
  }

  private static byte[] bytes(String name) {
    return HexFormat.of().parseHex(vectors.getProperty(name));
  }
}
