package nl.uitweg.desk.referral.sent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fonts and text direction of the referral document; {@code ReferralTest} checks the document. */
class DocumentFontsTest {

  @Test
  void fontCoversLatinCyrillicGreekArabicAndHebrew() {
    for (String text : new String[] {"żółć ăîșț", "Мой муж", "Ωμέγα", "زوجي يضربني", "פחד"}) {
      assertThat(DocumentFonts.canDisplay(text)).as(text).isTrue();
    }
    assertThat(DocumentFonts.canDisplay("我的护照")).isFalse();
  }

  @Test
  void detectsRightToLeftText() {
    assertThat(DocumentFonts.direction("زوجي 2 يضربني")).isEqualTo("rtl");
    assertThat(DocumentFonts.direction("Мой")).isEqualTo("ltr");
  }

  @Test
  void removesControlCharacters() {
    assertThat(DocumentFonts.stripInvalidXml("a\u0000b\u0008c\nd")).isEqualTo("abc\nd");
  }
}
