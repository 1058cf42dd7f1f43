package nl.uitweg.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

  /** 14:08 in the Netherlands. */
  private static final Instant MOMENT = Instant.parse("2026-11-05T13:08:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl | 5 november 2026 | maandag",
        "en | 5 November 2026 | Monday",
        "pl | 5 listopada 2026 | poniedziałek",
        "ro | 5 noiembrie 2026 | luni",
        "bg | 5 ноември 2026 г. | понеделник",
        "hu | 2026. november 5. | hétfő",
        "uk | 5 листопада 2026 р. | понеділок",
        "es | 5 de noviembre de 2026 | lunes",
        "ar | 5 نوفمبر 2026 | الاثنين",
        "fr | 5 novembre 2026 | lundi",
        "zh-Hans | 2026年11月5日 | 星期一",
        "ru | 5 ноября 2026 г. | понедельник",
        "tr | 5 Kasım 2026 | Pazartesi",
        "pt | 5 de novembro de 2026 | segunda-feira",
        "vi | 5 tháng 11, 2026 | Thứ Hai",
        "sq | 5 nëntor 2026 | e hënë",
        "fa | 5 نوامبر 2026 | دوشنبه",
        "ti | ሕዳር 5, 2026 | ሰኑይ"
      })
  void formatsDaysInTheLanguage(String code, String day, String monday) {
    Language language = new Language(code);
    assertThat(Dates.day(DAY, language).replaceAll("\\p{Zs}", " ")).isEqualTo(day);
    assertThat(Dates.weekday(DayOfWeek.MONDAY, language)).isEqualTo(monday);
  }

  @Test
  void usesLatinDigitsAndGregorianYearsInEveryLanguage() {
    for (Language language : Languages.read(Path.of("i18n")).all()) {
      String moment = Dates.moment(MOMENT, language);
      assertThat(moment).as(language.code()).contains("2026").containsPattern("\\b1?[42]:08");
      assertThat(moment.codePoints().filter(Character::isDigit))
          .as(moment)
          .allMatch(c -> c >= '0' && c <= '9');
    }
  }

  @Test
  void namesSevenWeekdaysInEveryLanguage() {
    for (Language language : Languages.read(Path.of("i18n")).all()) {
      assertThat(DayOfWeek.values())
          .extracting(day -> Dates.weekday(day, language))
          .doesNotHaveDuplicates()
          .allMatch(name -> name.codePoints().anyMatch(Character::isLetter));
    }
  }

  @Test
  void formatsEachStyleInDutch() {
    assertThat(Dates.dayWithWeekday(DAY, Language.DUTCH)).isEqualTo("donderdag 5 november 2026");
    assertThat(Dates.moment(MOMENT, Language.DUTCH)).isEqualTo("5 november 2026 om 14:08");
    assertThat(Dates.shortMoment(MOMENT, Language.DUTCH)).isEqualTo("5 nov 2026, 14:08");
    assertThat(Dates.second(MOMENT, Language.DUTCH)).matches("5 nov\\.? 2026 14:08:00");
    assertThat(Dates.month(YearMonth.of(2026, 11), Language.DUTCH)).isEqualTo("november 2026");
    assertThat(Dates.time(LocalTime.of(9, 5))).isEqualTo("09:05");
  }

  @Test
  void formatsEnglishDatesAsBritish() {
    assertThat(Dates.dayWithWeekday(DAY, Language.ENGLISH)).contains("5 November 2026");
    assertThat(Dates.shortMoment(MOMENT, Language.ENGLISH))
        .contains("5 Nov 2026")
        .contains("14:08");
  }

  @Test
  void parsesADayAsAnOfficerTypesIt() {
    assertThat(Dates.parseDay("5-11-2026")).isEqualTo(DAY);
    assertThat(Dates.parseDay("2026-11-05")).isEqualTo(DAY);
    assertThatThrownBy(() -> Dates.parseDay("31-11-2026")).isInstanceOf(DateTimeException.class);
  }
}
