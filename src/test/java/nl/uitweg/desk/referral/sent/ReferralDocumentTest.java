package nl.uitweg.desk.referral.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.uitweg.desk.referral.ReferableReports;
import org.junit.jupiter.api.Test;

/** Letters of the file of a referral; the file itself is tried in {@code ReferralTest}. */
class ReferralDocumentTest {

  @Test
  void the_font_has_latin_cyrillic_greek_and_arabic_letters() {
    for (String text : new String[] {"żółć ăîșț", "Мой муж", "Ωμέγα", "زوجي يضربني", "פחד"}) {
      assertThat(DocumentFonts.canDisplay(text)).as(text).isTrue();
    }
    assertThat(DocumentFonts.canDisplay("我的护照")).isFalse();
  }

  @Test
  void a_text_from_the_right_says_so() {
    assertThat(DocumentFonts.direction("زوجي 2 يضربني")).isEqualTo("rtl");
    assertThat(DocumentFonts.direction("Мой")).isEqualTo("ltr");
  }

  @Test
  void what_no_page_can_hold_is_left_out() {
    assertThat(DocumentFonts.stripInvalidXml("a\u0000b\u0008c\nd")).isEqualTo("abc\nd");
  }

  @Test
  void an_empty_id_is_not_found() {
    assertThatThrownBy(() -> ReferableReports.parseId("")).isInstanceOf(RuntimeException.class);
  }
}
