package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import nl.uitweg.testsupport.FuzzText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Fuzz tests of tokens, codes, sealed content and key files: altered ones are never accepted. */
class SealingFuzzTest {

  private static final AssociatedData DATA =
      AssociatedData.of("note", UUID.nameUUIDFromBytes(new byte[0]));

  @TempDir static Path folder;

  private static FormSeal seal;
  private final ContentKey key = ContentKey.fresh();

  @BeforeAll
  static void createKeys() {
    KeyFolder.createIfMissing(folder, java.util.List.of("elst"));
    seal = FormSeal.read(folder.resolve("public"));
  }

  @AfterAll
  static void forgetKeys() throws IOException {
    Files.deleteIfExists(folder.resolve("public/form.json"));
  }

  /** A token that this application did not issue is refused; every content comes back. */
  @FuzzTest
  void tokenIsOpenedOnlyWhenIssued(byte[] input) throws UnsealException {
    String token = seal.seal("fuzz", input);
    assertThat(seal.open("fuzz", token)).isEqualTo(input);
    assertThat(seal.openIssuedAfter("fuzz", java.time.Instant.EPOCH, FuzzText.of(input))).isEmpty();
    assertRefused(() -> seal.open("fuzz", FuzzText.of(input)));
    assertRefused(() -> seal.open("other", token));
  }

  @FuzzTest
  void codeIsReadOrRefused(byte[] input) {
    ReceiptCode.parse(FuzzText.of(input))
        .ifPresent(
            code -> {
              assertThat(code.digits()).matches("[0-9]{20}");
              assertThat(ReceiptCode.parse(String.join(" ", code.groups()))).contains(code);
            });
  }

  @FuzzTest
  void alteredContentIsNeverOpened(byte[] input) throws UnsealException, IOException {
    assertRefused(() -> key.open(DATA, input));
    byte[] sealed = key.seal(DATA, input);
    assertThat(key.open(DATA, sealed)).isEqualTo(input);
    byte[] changed = sealed.clone();
    changed[(Arrays.hashCode(input) & 0xFFFF) % changed.length] ^= 1;
    assertRefused(() -> key.open(DATA, changed));
    assertRefused(() -> SealedFile.open(key, input, input.length));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream sealing = SealedFile.sealing(key, file)) {
      sealing.write(input);
    }
    assertThat(SealedFile.open(key, file.toByteArray(), input.length)).isEqualTo(input);
    assertThat(Fingerprints.ofKey(input)).matches("[0-9a-f]{64}|none");
  }

  @FuzzTest
  void keyFileIsReadOrRefused(byte[] input) throws IOException {
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.write(broken.resolve("form.json"), input);
    Files.write(broken.resolve("receipt.hex"), input);
    assertNamesFile(() -> FormSeal.read(broken), "form.json");
    assertNamesFile(() -> ReceiptDerivation.read(broken), "receipt.hex");
  }

  private static void assertNamesFile(Reading reading, String file) {
    try {
      assertThat(reading.read()).isNotNull();
    } catch (UncheckedIOException | IllegalStateException refused) {
      assertThat(refused).hasMessageContaining(file);
    }
  }

  private interface Reading {
    Object read();
  }

  private interface Opening {
    byte[] open() throws UnsealException;
  }

  private static void assertRefused(Opening opening) {
    try {
      assertThat(opening.open()).as("opened").isNull();
    } catch (UnsealException refused) {
      assertThat(refused).isNotNull();
    }
  }
}
