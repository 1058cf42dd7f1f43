package nl.uitweg.sealing;

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
 * Known answers of every format of version 1. They were written once, with keys that are used for
 * nothing else, and never change: a report sealed in 2026 must open with every later version.
 */
class FormatTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors/v1.properties");
  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");

  @TempDir static Path keys;

  private static Properties vectors;

  @BeforeAll
  static void layOutKeys() throws IOException {
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
  void a_wrapped_key_and_its_content_open() throws UnsealException {
    Opener opener = Opener.read(keys.resolve("private"));
    ContentKey key = opener.unwrap("vector", "report", ID, bytes("wrapped"));
    assertThat(new String(key.open("report", ID, bytes("content")), UTF_8))
        .isEqualTo("Achter het restaurant slapen zes mensen — ستة");
  }

  @Test
  void a_form_token_opens() throws UnsealException {
    FormSeal seal = FormSeal.read(keys.resolve("public"));
    assertThat(new String(seal.open("report", vectors.getProperty("token")), UTF_8))
        .isEqualTo("state of a form");
  }

  @Test
  void from_a_seed_follow_the_same_report_code_and_access() throws UnsealException {
    Receipts receipts = Receipts.read(keys.resolve("public"));
    byte[] seed = bytes("seed");
    assertThat(receipts.reportId(seed)).hasToString(vectors.getProperty("report-id"));
    Receipt receipt = receipts.receipt(seed);
    assertThat(receipt.digits()).isEqualTo(vectors.getProperty("receipt"));
    Receipts.Access access = receipts.accessForReading(receipt);
    assertThat(access.lookupId()).isEqualTo(bytes("lookup-id"));
    ContentKey conversation = ReceiptWrap.unwrap(access, ID, bytes("receipt-wrapped"));
    assertThat(new String(conversation.open("message", ID, bytes("message")), UTF_8))
        .isEqualTo("Welke verdieping?");
  }

  @Test
  void version_1_still_opens_when_there_is_a_version_2_and_neither_passes_for_the_other()
      throws UnsealException {
    Opener opener = Opener.read(keys.resolve("private"));
    ContentKey key = opener.unwrap("vector", "report", ID, bytes("wrapped"));
    byte[] later = bytes("content");
    later[0] = 2;
    assertThatThrownBy(() -> key.open("report", ID, later)).hasMessage("unknown format version");
    Format second = new Format((byte) 2, 4096);
    List<Format> both = List.of(second, Format.V1);
    byte[] sealed = key.seal(second, "report", ID, "nieuw".getBytes(UTF_8));
    assertThat(key.open(both, "report", ID, sealed)).isEqualTo("nieuw".getBytes(UTF_8));
    assertThat(key.open(both, "report", ID, bytes("content")))
        .isEqualTo(key.open("report", ID, bytes("content")));
    sealed[0] = 1;
    assertThatThrownBy(() -> key.open(both, "report", ID, sealed))
        .hasMessage("content does not open");
  }

  private static byte[] bytes(String name) {
    return HexFormat.of().parseHex(vectors.getProperty(name));
  }
}
