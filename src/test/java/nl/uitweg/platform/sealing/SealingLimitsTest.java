package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests sizes, ages and formats at and around their limits. */
class SealingLimitsTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final int BLOCK_BYTES = 64 * 1024;

  @TempDir static Path keys;

  private static FormSeal forms;
  private static ReceiptDerivation receipts;

  @BeforeAll
  static void createKeys() {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort"));
    forms = FormSeal.read(keys.resolve("public"));
    receipts = ReceiptDerivation.read(keys.resolve("public"), new ReceiptDerivation.Cost(8, 1));
  }

  @Test
  void padsContentToTheNextBlock() throws UnsealException {
    assertThat(Format.V2.pad(new byte[0])).hasSize(1024);
    assertThat(Format.V2.pad(new byte[1020])).hasSize(1024);
    assertThat(Format.V2.pad(new byte[1021])).hasSize(2048);
    assertThat(Format.V2.unpad(Format.V2.pad(new byte[] {7}))).containsExactly(7);
    assertThat(Format.V2.unpad(lengthAndContent(0, 0))).isEmpty();
    assertThat(Format.V2.unpad(lengthAndContent(3, 3))).hasSize(3);
  }

  @Test
  void rejectsImpossibleLengths() {
    for (byte[] padded :
        new byte[][] {
          new byte[0],
          new byte[3],
          lengthAndContent(-1, 8),
          lengthAndContent(4, 3),
          lengthAndContent(Integer.MAX_VALUE, 3)
        }) {
      assertThatThrownBy(() -> Format.V2.unpad(padded))
          .isInstanceOf(UnsealException.class)
          .hasMessage("padding is invalid");
    }
  }

  private static byte[] lengthAndContent(int length, int bytes) {
    return ByteBuffer.allocate(4 + bytes).putInt(length).array();
  }

  @Test
  void rejectsContentWithoutCiphertext() throws UnsealException {
    assertThatThrownBy(() -> Format.of(new byte[] {2}, Format.KNOWN))
        .isInstanceOf(UnsealException.class)
        .hasMessage("sealed content is too short");
    assertThat(Format.of(new byte[] {2, 0}, Format.KNOWN)).isEqualTo(Format.V2);
    byte[] commitmentOnly = KeyEnvelope.frame(new byte[32], new byte[0]);
    assertThatThrownBy(() -> KeyEnvelope.commitment(commitmentOnly))
        .isInstanceOf(UnsealException.class)
        .hasMessage("wrapped key is too short");
    byte[] shortest = KeyEnvelope.frame(new byte[32], new byte[] {9});
    assertThat(KeyEnvelope.ciphertext(shortest)).containsExactly(9);
  }

  @Test
  void opensAnIssuedTokenOnlyWhenItWasIssuedAfterAMoment() {
    Instant issued = Instant.parse("2026-11-25T09:00:00Z");
    String token = forms.sealIssued("report", issued, new byte[] {7, 8});
    assertThat(forms.openIssuedAfter("report", issued.minusSeconds(1), token))
        .hasValueSatisfying(content -> assertThat(content).containsExactly(7, 8));
    assertThat(forms.openIssuedAfter("report", issued, token)).isEmpty();
    assertThat(forms.openIssuedAfter("search", issued.minusSeconds(1), token)).isEmpty();
    assertThat(forms.openIssuedAfter("report", Instant.EPOCH, token + "A")).isEmpty();
  }

  @Test
  void derivesADifferentKeyForEachFile() throws UnsealException {
    ContentKey key = ContentKey.fresh();
    ContentKey file = key.derive("referral-file", ID);
    assertThat(file.matches(key.derive("referral-file", ID).commitment())).isTrue();
    for (ContentKey other :
        List.of(
            key,
            key.derive("referral-file", UUID.randomUUID()),
            key.derive("other", ID),
            ContentKey.fresh().derive("referral-file", ID))) {
      assertThat(file.matches(other.commitment())).isFalse();
    }
  }

  @Test
  void commitmentRevealsNothingOfTheKey() {
    ContentKey key = ContentKey.fresh();
    assertThat(key.commitment()).hasSize(32).isNotEqualTo(key.toByteArray());
  }

  @Test
  void readsAnAccessOfExactlyTheRightLength() {
    ReceiptDerivation.Access access =
        receipts.accessForSending(receipts.receiptCode(receipts.newSeed()));
    byte[] bytes = access.toByteArray();
    ReceiptDerivation.Access again = ReceiptDerivation.Access.of(bytes);
    assertThat(again.lookupId()).hasSize(16).isEqualTo(access.lookupId());
    assertThat(again.key().toByteArray()).hasSize(32).isEqualTo(access.key().toByteArray());
    assertThatThrownBy(() -> ReceiptDerivation.Access.of(new byte[47]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReceiptDerivation.Access.of(new byte[49]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void derivesAStandardRandomIdFromTheSeedAndTheFile() {
    byte[] seed = receipts.reportSeed(receipts.newSeed(), new byte[] {1});
    assertThat(seed).hasSize(32);
    UUID file = receipts.fileId(seed, new byte[] {1});
    assertThat(file)
        .isEqualTo(receipts.fileId(seed, new byte[] {1}))
        .isNotEqualTo(receipts.fileId(seed, new byte[] {2}))
        .isNotEqualTo(receipts.reportId(seed));
    assertThat(file.version()).isEqualTo(4);
    assertThat(file.variant()).isEqualTo(2);
    assertThat(receipts.reportSeed(seed, new byte[] {1}))
        .isNotEqualTo(receipts.reportSeed(seed, new byte[] {2}))
        .isNotEqualTo(receipts.reportSeed(receipts.newSeed(), new byte[] {1}));
  }

  @Test
  void readsACodeOfAtMost200Characters() {
    ReceiptCode code = receipts.receiptCode(receipts.newSeed());
    assertThat(ReceiptCode.parse(code.digits() + " ".repeat(180))).contains(code);
    assertThat(ReceiptCode.parse(code.digits() + " ".repeat(181))).isEmpty();
    assertThat(ReceiptCode.parse(code.digits().substring(1))).isEmpty();
    assertThat(ReceiptCode.parse(code.digits() + "0")).isEmpty();
    assertThatThrownBy(() -> ReceiptCode.complete("one"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void closingASealedFileTwiceChangesNothing() throws IOException, UnsealException {
    ContentKey key = ContentKey.fresh();
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    OutputStream to = SealedFile.sealing(key, sealed);
    to.write(5);
    to.write(new byte[] {6, 7, 8}, 1, 1);
    to.close();
    to.close();
    assertThat(SealedFile.open(key, sealed.toByteArray(), 2)).containsExactly(5, 7);
    assertThatThrownBy(() -> SealedFile.open(key, sealed.toByteArray(), -1))
        .hasMessage("size does not match the content");
    assertThat(SealedFile.open(key, sealed.toByteArray(), BLOCK_BYTES)).hasSize(BLOCK_BYTES);
    assertThatThrownBy(() -> SealedFile.open(key, sealed.toByteArray(), BLOCK_BYTES + 1))
        .hasMessage("size does not match the content");
    assertThatThrownBy(() -> SealedFile.open(key, new byte[0], 0))
        .hasMessage("unknown format version");
    byte[] otherVersion = sealed.toByteArray();
    otherVersion[0] = 2;
    assertThatThrownBy(() -> SealedFile.open(key, otherVersion, 2))
        .hasMessage("unknown format version");
  }

  @Test
  void storesAndReturnsATemporaryFileOfTheApplication() throws IOException {
    try (SealedTemporaryFile file = SealedTemporaryFile.create()) {
      file.write(new byte[] {1, 2, 3});
      assertThat(file.read().readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void writesRandomTextWithoutCharactersThatLookAlike(int groups) {
    String text = RandomText.groups(groups, 4);
    assertThat(text.split("-")).hasSize(groups).allMatch(group -> group.matches("[2-9a-z]{4}"));
    Set<Integer> characters = new HashSet<>();
    RandomText.groups(1, 2_000).chars().forEach(characters::add);
    assertThat(characters).hasSize(31).doesNotContain((int) '0', (int) '1', (int) 'l', (int) 'i');
    assertThat(RandomText.groups(groups, 4)).isNotEqualTo(text);
  }
}
