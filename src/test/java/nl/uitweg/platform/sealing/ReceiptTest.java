package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptTest {

  @TempDir static Path keys;

  private static ReceiptDerivation receiptDerivation;

  @BeforeAll
  static void createKeys() {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort"));
    receiptDerivation = ReceiptDerivation.read(keys.resolve("public"));
  }

  @Test
  void derivesTheSameReportIdAndCodeFromTheSameSeed() {
    byte[] seed = receiptDerivation.newSeed();
    assertThat(receiptDerivation.reportId(seed)).isEqualTo(receiptDerivation.reportId(seed));
    assertThat(receiptDerivation.receiptCode(seed)).isEqualTo(receiptDerivation.receiptCode(seed));
    assertThat(receiptDerivation.receiptCode(receiptDerivation.newSeed()))
        .isNotEqualTo(receiptDerivation.receiptCode(seed));
  }

  @Test
  void codeHasFiveGroupsOfFourDigits() {
    assertThat(receiptDerivation.receiptCode(receiptDerivation.newSeed()).groups())
        .hasSize(5)
        .allMatch(group -> group.matches("[0-9]{4}"));
  }

  @Test
  void parsesAnyNumeralsAndSpacing() {
    ReceiptCode code = receiptDerivation.receiptCode(receiptDerivation.newSeed());
    assertThat(ReceiptCode.parse(String.join(" ", code.groups()))).contains(code);
    assertThat(ReceiptCode.parse("  " + String.join("-", code.groups()) + "\n")).contains(code);
    assertThat(ReceiptCode.parse(inDigits(code, 0x0660))).contains(code);
    assertThat(ReceiptCode.parse("\u200e" + inDigits(code, 0x06F0))).contains(code);
  }

  private static String inDigits(ReceiptCode code, int zero) {
    return code.digits()
        .chars()
        .mapToObj(c -> Character.toString(zero + c - '0'))
        .collect(Collectors.joining());
  }

  @Test
  void rejectsEverySingleWrongDigit() {
    String digits = receiptDerivation.receiptCode(receiptDerivation.newSeed()).digits();
    for (int i = 0; i < digits.length(); i++) {
      char wrong = digits.charAt(i) == '9' ? '0' : (char) (digits.charAt(i) + 1);
      assertThat(ReceiptCode.parse(digits.substring(0, i) + wrong + digits.substring(i + 1)))
          .isEmpty();
    }
  }

  @Test
  void rejectsInvalidCodes() {
    assertThat(ReceiptCode.parse(null)).isEmpty();
    assertThat(ReceiptCode.parse("")).isEmpty();
    assertThat(ReceiptCode.parse("1234")).isEmpty();
    assertThat(ReceiptCode.parse("abcd 1234 1234 1234 1234")).isEmpty();
    assertThat(ReceiptCode.parse("1".repeat(10_000))).isEmpty();
  }

  @Test
  void accessUnwrapsOnlyItsOwnConversationKey() throws UnsealException {
    byte[] seed = receiptDerivation.newSeed();
    ReceiptDerivation.Access access =
        receiptDerivation.accessForReading(receiptDerivation.receiptCode(seed));
    ReceiptDerivation.Access otherAccess =
        receiptDerivation.accessForReading(
            receiptDerivation.receiptCode(receiptDerivation.newSeed()));
    ContentKey conversation = ContentKey.fresh();
    byte[] wrapped = ReceiptKeyWrap.wrap(access, conversation, receiptDerivation.reportId(seed));
    assertThat(
            ReceiptKeyWrap.unwrap(access, receiptDerivation.reportId(seed), wrapped).toByteArray())
        .isEqualTo(conversation.toByteArray());
    assertThat(otherAccess.lookupId()).isNotEqualTo(access.lookupId());
    assertThatThrownBy(
            () -> ReceiptKeyWrap.unwrap(otherAccess, receiptDerivation.reportId(seed), wrapped))
        .isInstanceOf(UnsealException.class);
  }

  @Test
  void hidesDigitsInToString() {
    ReceiptCode code = receiptDerivation.receiptCode(receiptDerivation.newSeed());
    assertThat(code.toString()).doesNotContain(code.digits());
  }
}
