package nl.uitweg.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final AssociatedData REPORT = AssociatedData.of("report", ID);
  private static final byte[] TEXT = "Achter het restaurant slapen zes mensen".getBytes(UTF_8);

  @TempDir static Path keys;

  private static Sealer sealer;
  private static Opener opener;

  @BeforeAll
  static void createKeys() {
    KeyFolder.createIfMissing(keys, List.of("lindestede", "zilvervoort"));
    sealer = Sealer.read(keys.resolve("public"));
    opener = Opener.read(keys.resolve("private"));
  }

  @Test
  void decryptsContentWithTheKeysetOfTheMunicipality() throws UnsealException {
    ContentKey key = sealer.freshKey();
    byte[] sealed = key.seal(REPORT, TEXT);
    byte[] wrapped = sealer.wrap(key, "report", ID, List.of("zilvervoort")).get("zilvervoort");
    assertThat(opener.unwrap("zilvervoort", "report", ID, wrapped).open(REPORT, sealed))
        .isEqualTo(TEXT);
  }

  @Test
  void wrapsForTheMunicipalityAndRecoveryOnly() {
    Map<String, byte[]> wrapped =
        sealer.wrap(sealer.freshKey(), "report", ID, List.of("zilvervoort"));
    assertThat(wrapped).containsOnlyKeys("zilvervoort", "recovery");
  }

  @Test
  void rejectsAnotherKeysetReportOrKeyName() {
    byte[] wrapped =
        sealer.wrap(sealer.freshKey(), "report", ID, List.of("zilvervoort")).get("zilvervoort");
    assertRefused(() -> opener.unwrap("lindestede", "report", ID, wrapped));
    assertRefused(() -> opener.unwrap("zilvervoort", "report", UUID.randomUUID(), wrapped));
    assertRefused(() -> opener.unwrap("zilvervoort", "conversation", ID, wrapped));
    assertRefused(() -> opener.unwrap("recovery", "report", ID, wrapped));
  }

  @Test
  void rejectsEveryFlippedBit() {
    ContentKey key = sealer.freshKey();
    byte[] sealed = key.seal(REPORT, TEXT);
    for (int i = 0; i < sealed.length; i += 7) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertRefused(() -> key.open(REPORT, altered));
    }
    assertRefused(() -> key.open(REPORT, Arrays.copyOf(sealed, 40)));
    assertRefused(() -> key.open(AssociatedData.of("note", ID), sealed));
    assertRefused(() -> key.open(REPORT, new byte[0]));
  }

  @Test
  void rejectsOtherAssociatedData() throws UnsealException {
    ContentKey key = sealer.freshKey();
    AssociatedData associatedData =
        AssociatedData.of("message", ID, "zilvervoort", 1, "to-officer");
    byte[] sealed = key.seal(associatedData, TEXT);
    assertThat(key.open(associatedData, sealed)).isEqualTo(TEXT);
    for (AssociatedData other :
        List.of(
            AssociatedData.of("message", ID, "zilvervoort", 1, "to-reporter"),
            AssociatedData.of("message", ID, "zilvervoort", 2, "to-officer"),
            AssociatedData.of("message", ID, "", 1, "to-officer"),
            AssociatedData.of("message", UUID.randomUUID(), "zilvervoort", 1, "to-officer"),
            AssociatedData.of("message", ID, "zilvervoort", 1),
            AssociatedData.of("message", ID, "zilvervoort/1", "to-officer"),
            AssociatedData.of("note", ID, "zilvervoort", 1, "to-officer"))) {
      assertRefused(() -> key.open(other, sealed));
    }
  }

  @Test
  void commitsToTheKeyForEveryKeyset() throws Exception {
    ContentKey key = sealer.freshKey();
    Map<String, byte[]> wrapped = sealer.wrap(key, "report", ID, List.of("zilvervoort"));
    byte[] again = sealer.wrapFor("zilvervoort", key, "report", ID);
    assertThat(again).isNotEqualTo(wrapped.get("zilvervoort"));
    assertThat(wrapped.values()).allMatch(wrappedKey -> haveSameCommitment(wrappedKey, again));
    byte[] other = sealer.wrapFor("zilvervoort", sealer.freshKey(), "report", ID);
    assertThat(haveSameCommitment(other, again)).isFalse();
    byte[] mismatched =
        KeyEnvelope.frame(KeyEnvelope.commitment(again), KeyEnvelope.ciphertext(other));
    assertRefused(() -> opener.unwrap("zilvervoort", "report", ID, mismatched));
    assertThat(Fingerprints.ofKey(new byte[3])).isEqualTo(Fingerprints.NONE);
  }

  private static boolean haveSameCommitment(byte[] first, byte[] second) {
    return Fingerprints.ofKey(first).equals(Fingerprints.ofKey(second));
  }

  @Test
  void hidesTheExactLength() {
    ContentKey key = sealer.freshKey();
    int shortest = key.seal(REPORT, new byte[1]).length;
    assertThat(key.seal(REPORT, new byte[1000]).length).isEqualTo(shortest);
    assertThat(key.seal(REPORT, new byte[1021]).length).isEqualTo(shortest + 1024);
  }

  @Test
  void sealsEqualTextToDifferentCiphertexts() {
    ContentKey key = sealer.freshKey();
    assertThat(key.seal(REPORT, TEXT)).isNotEqualTo(key.seal(REPORT, TEXT));
  }

  @Test
  void decryptsAFormTokenForItsPurposeOnly() throws UnsealException {
    FormSeal seal = FormSeal.read(keys.resolve("public"));
    String token = seal.seal("report", TEXT);
    assertThat(seal.open("report", token)).isEqualTo(TEXT);
    assertRefused(() -> seal.open("desk", token));
    assertRefused(() -> seal.open("report", token.substring(1)));
    assertRefused(() -> seal.open("report", "not a token at all"));
  }

  @Test
  void keepsExistingKeys() {
    KeyFolder.createIfMissing(keys, List.of("lindestede", "zilvervoort"));
    Opener again = Opener.read(keys.resolve("private"));
    byte[] wrapped =
        sealer.wrap(sealer.freshKey(), "report", ID, List.of("zilvervoort")).get("zilvervoort");
    assertThat(again.hasKeyset("zilvervoort")).isTrue();
    assertThat(canUnwrap(again, wrapped)).isTrue();
  }

  private static boolean canUnwrap(Opener opener, byte[] wrapped) {
    try {
      opener.unwrap("zilvervoort", "report", ID, wrapped);
      return true;
    } catch (UnsealException e) {
      return false;
    }
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(UnsealException.class);
  }
}
