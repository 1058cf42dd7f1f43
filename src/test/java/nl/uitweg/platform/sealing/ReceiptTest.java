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

  private static Receipts receipts;

  @BeforeAll
  static void createKeys() {
    KeyFolder.createIfMissing(keys, List.of("zandvoort"));
    receipts = Receipts.read(keys.resolve("public"));
  }

  @Test
  void derivesTheSameReportIdAndCodeFromTheSameSeed() {
    byte[] seed = receipts.newSeed();
    assertThat(receipts.reportId(seed)).isEqualTo(receipts.reportId(seed));
    assertThat(receipts.receiptCode(seed)).isEqualTo(receipts.receiptCode(seed));
    assertThat(receipts.receiptCode(receipts.newSeed())).isNotEqualTo(receipts.receiptCode(seed));
  }

  @Test
  void codeHasFiveGroupsOfFourDigits() {
    assertThat(receipts.receiptCode(receipts.newSeed()).groups())
        .hasSize(5)
        .allMatch(group -> group.matches("[0-9]{4}"));
  }

  @Test
  void parsesAnyNumeralsAndSpacing() {
    ReceiptCode code = receipts.receiptCode(receipts.newSeed());
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
    String digits = receipts.receiptCode(receipts.newSeed()).digits();
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
    byte[] seed = receipts.newSeed();
    Receipts.Access access = receipts.accessForReading(receipts.receiptCode(seed));
    Receipts.Access otherAccess =
        receipts.accessForReading(receipts.receiptCode(receipts.newSeed()));
    ContentKey conversation = ContentKey.fresh();
    byte[] wrapped = ReceiptKeyWrap.wrap(access, conversation, receipts.reportId(seed));
    assertThat(ReceiptKeyWrap.unwrap(access, receipts.reportId(seed), wrapped).toByteArray())
        .isEqualTo(conversation.toByteArray());
    assertThat(otherAccess.lookupId()).isNotEqualTo(access.lookupId());
    assertThatThrownBy(() -> ReceiptKeyWrap.unwrap(otherAccess, receipts.reportId(seed), wrapped))
        .isInstanceOf(UnsealException.class);
  }

  @Test
  void hidesDigitsInToString() {
    ReceiptCode code = receipts.receiptCode(receipts.newSeed());
    assertThat(code.toString()).doesNotContain(code.digits());
  }
}
