package nl.uitweg.report.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Sealer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that content and keys are accepted only when they are the ones first received. */
class ReceivedFingerprintTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final byte[] CONTENT = {2, 7, 7, 7};

  @TempDir static Path keys;

  private static byte[] key;
  private static byte[] sameKeyWrappedAgain;
  private static byte[] conversation;
  private static ReceivedFingerprint recorded;

  @BeforeAll
  static void wrapKeys() {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort", "lindestede"));
    Sealer sealer = Sealer.read(keys.resolve("public"));
    var wrapped = sealer.wrap(sealer.freshKey(), "report", ID, List.of("zilvervoort"));
    key = wrapped.get("zilvervoort");
    sameKeyWrappedAgain = wrapped.get("recovery");
    conversation = sealer.wrapFor("zilvervoort", sealer.freshKey(), "conversation", ID);
    recorded =
        new ReceivedFingerprint(
            Fingerprints.ofContent(CONTENT),
            Fingerprints.ofKey(key),
            Fingerprints.ofKey(conversation));
  }

  @Test
  void acceptsWhatWasReceived() {
    ReceivedFingerprint read = ReceivedFingerprint.of(recorded.text());
    assertThat(read).isEqualTo(recorded);
    assertThatCode(
            () -> {
              read.requireNotPurged();
              read.requireContent(CONTENT);
              read.requireKey(key);
              read.requireKey(sameKeyWrappedAgain);
              read.requireConversation(conversation);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void refusesReplacedContentAndKeys() {
    assertThatThrownBy(() -> recorded.requireContent(new byte[] {2, 7, 7, 8}))
        .isInstanceOf(ReplacedContentException.class);
    assertThatThrownBy(() -> recorded.requireKey(conversation))
        .isInstanceOf(ReplacedContentException.class);
    assertThatThrownBy(() -> recorded.requireConversation(key))
        .isInstanceOf(ReplacedContentException.class);
    assertThatThrownBy(() -> recorded.requireKey(new byte[] {2, 1}))
        .isInstanceOf(ReplacedContentException.class);
  }

  @Test
  void refusesAnUnreadableKeyEvenWhenNoneWasRecorded() {
    ReceivedFingerprint withoutConversation = ReceivedFingerprint.ofKey(key);
    assertThat(withoutConversation.text())
        .isEqualTo("content=none key=" + Fingerprints.ofKey(key) + " conversation=none");
    assertThatCode(() -> withoutConversation.requireKey(key)).doesNotThrowAnyException();
    assertThatThrownBy(() -> withoutConversation.requireConversation(new byte[] {2, 1}))
        .isInstanceOf(ReplacedContentException.class);
  }

  @Test
  void acceptsEverythingUntilItIsRecorded() {
    ReceivedFingerprint pending = ReceivedFingerprint.of(ReceivedFingerprint.PENDING_MARKER);
    assertThatCode(
            () -> {
              pending.requireNotPurged();
              pending.requireContent(CONTENT);
              pending.requireKey(new byte[] {2, 1});
              pending.requireConversation(conversation);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void refusesEverythingOfAPurgedReport() {
    ReceivedFingerprint purged = ReceivedFingerprint.of(ReceivedFingerprint.PURGED_MARKER);
    assertThatThrownBy(purged::requireNotPurged).isInstanceOf(PurgedReportException.class);
    assertRefusesEverything(purged);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"Pending", "content=none key=abc", "content=xyz key=a conversation=b"})
  void refusesEverythingWithoutAValidRecord(String text) {
    ReceivedFingerprint missing = ReceivedFingerprint.of(text);
    assertThatCode(missing::requireNotPurged).doesNotThrowAnyException();
    assertRefusesEverything(missing);
  }

  private static void assertRefusesEverything(ReceivedFingerprint fingerprint) {
    assertThatThrownBy(() -> fingerprint.requireContent(CONTENT))
        .isInstanceOf(ReplacedContentException.class);
    assertThatThrownBy(() -> fingerprint.requireKey(key))
        .isInstanceOf(ReplacedContentException.class);
    assertThatThrownBy(() -> fingerprint.requireConversation(conversation))
        .isInstanceOf(ReplacedContentException.class);
  }
}
