package nl.uitweg.desk.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.testsupport.TestRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

  private static final Traces TRACES = new Traces(TestRegion.REGION);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PHONE | +31612345678 | bel 06-12345678 of niet | +31 6 1234 5678 | 0031612345678",
        "PLATE | GX123B | een witte bus, gx-123-b | GX-123-B | met kenteken GX-123-B!",
        "PHONE | +31612345678 | 06 1234 56 78 | 06.12.34.56.78 | bel 31612345678",
        "PHONE | +31612345678 | +31 (0)6 12345678 | 06/12345678 | (06) 12 34 56 78",
        "PHONE | +31235671234 | 023-5671234 | 023 567 12 34 | +31 23 567 1234",
        "PLATE | GX123B | GX 123 B stond er | gx123b | kenteken gx 123 b",
        "PLATE | 12BBC3 | 12-BBC-3 | 12 BBC 3 | 12bbc3",
        "PLATE | WX12345 | Pools kenteken WX 12345 | kenteken: WX12345 | kenteken uit Polen, WX-12345",
        "PLATE | HHAB1234 | een HH-AB 1234 | Duits: HH-AB 1234 | kenteken HH AB 1234",
        "ADDRESS | 2042AB 12 | Zeestraat 12, 2042 AB | 2042ab 12 | op 2042 AB, 12",
        "ADDRESS | haltestraat 9 zilvervoort | boven de Haltestraat 9 | Haltestraat  9 | halte straat nr. 9",
        "ADDRESS | haltestraat 9a zilvervoort | boven de Haltestraat 9a | Haltestr. 9-A | de Haltestraat 9a?",
        "PROFILE | rosy.girl | haar naam is @Rosy.Girl | instagram.com/rosy.girl/ | https://www.tiktok.com/@rosy.girl?x=1",
        "PROFILE | rosy.girl | insta: rosy.girl | Snapchat naam: Rosy.Girl | tiktok.com/@rosy.girl/video/123",
        "PROFILE | 100012345678 | facebook.com/profile.php?id=100012345678 | https://www.facebook.com/profile.php?id=100012345678&x=1 | fb.com/100012345678"
      })
  void findsTraceInEveryNotation(
      Trace.Kind kind, String value, String one, String two, String three) {
    for (String text : List.of(one, two, three)) {
      assertThat(traces(Question.WHAT, text)).as(text).contains(kind + " " + value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zij werken van 10 tot 12 uur, elke dag sinds 2019.",
        "mail naar iemand@example.org over 3 mensen",
        "het kost 1500 per maand, 12-10-2025",
        "tussen 12 of 13 uur en 12-en-13 uur",
        "een tv 100 m verder, en mp3000 op 12 ab 34",
        "instagram.com/p/Cx12 en facebook.com/groups/werk",
        "ΔΟΚΙΜΗ 人 نوم 4 5 6"
      })
  void ignoresOrdinaryWordsAndNumbers(String text) {
    assertThat(traces(Question.WHAT, text)).isEmpty();
  }

  /** Arabic and Persian digits, with the direction marks that telephones put before a number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PHONE | +31612345678 | هاتفه ٠٦١٢٣٤٥٦٧٨ | تلفن: \u200e۰۶ ۱۲۳۴۵۶۷۸",
        "PHONE | +31612345678 | \u202a+٣١٦١٢٣٤٥٦٧٨\u202c | ۰۰۳۱-۶-۱۲۳۴۵۶۷۸",
        "ADDRESS | 2042AB 12 | ٢٠٤٢ AB ١٢ | ۲۰۴۲AB، ۱۲",
        "ADDRESS | haltestraat 9 zilvervoort | Haltestraat ٩ | Haltestraat \u200f۹",
        "PLATE | GX123B | GX-١٢٣-B | gx-۱۲۳-b"
      })
  void findsTraceInArabicAndPersianDigits(
      Trace.Kind kind, String value, String arabic, String persian) {
    for (String text : List.of(arabic, persian)) {
      assertThat(traces(Question.WHAT, text)).as(text).contains(kind + " " + value);
    }
  }

  @Test
  void ignoresContactDetailsOfReporter() {
    assertThat(traces(Question.WAY, "06 12345678")).isEmpty();
    assertThat(traces(Question.NAME, "@myself")).isEmpty();
    assertThat(Traces.inMessage("Bel mij: 06 12345678, 2042 AB 7, of @myself, instagram.com/me"))
        .as("contact details, which the phrase book asks for")
        .isEmpty();
  }

  @Test
  void findsNumberPlateInMessage() {
    assertThat(Traces.inMessage("Nu staat er ook een bus, rt-456-x"))
        .extracting(trace -> trace.kind() + " " + trace.value())
        .containsExactly("PLATE RT456X");
  }

  @Test
  void limitsNumberOfTraces() {
    String handles =
        IntStream.range(0, 3_000).mapToObj(i -> "@name" + i).collect(Collectors.joining(" "));
    assertThat(traces(Question.WHAT, handles)).hasSize(Traces.MAX_TRACES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 2042 AB", "12,\n 2042 AB", "12           2042 AB"})
  void findsHouseNumberShortlyBeforePostcode(String text) {
    assertThat(traces(Question.WHAT, text)).containsExactly("ADDRESS 2042AB 12");
  }

  /** Only these may find the report of another municipality, so they must be exact. */
  @Test
  void givesNoExactFormOfAnAddressInAnUnknownPlace() {
    ReportContent content =
        new ReportContent(
            "nl", Instant.EPOCH, Map.of(), Map.of(Question.WHAT, "Haltestraat 9 of 06-12345678"));
    assertThat(TRACES.of(content, List.of()))
        .extracting(Trace::value)
        .containsExactly("+31612345678");
    assertThat(TRACES.find(content, List.of())).hasSize(2);
  }

  @Test
  void readsTheAnswerToWhereItHappensGenerously() {
    assertThat(traces(Question.PLACE, "duinroos 4"))
        .containsExactly("ADDRESS duinroos 4 zilvervoort");
    assertThat(traces(Question.WHAT, "ik zag een duinroos 4 keer")).isEmpty();
    assertThat(traces(Question.PLACE, "camping, plek 112")).isEmpty();
  }

  @Test
  void examinesNoMoreThanTheFormAccepts() {
    String longest = "x ".repeat(Question.WHAT.maxLength() / 2);
    assertThat(traces(Question.WHAT, "gx-123-b " + longest)).containsExactly("PLATE GX123B");
    assertThat(traces(Question.WHAT, longest + "gx-123-b")).isEmpty();
    assertThat(Traces.inMessage(longest + "gx-123-b")).isEmpty();
  }

  /**
   * A text that is twice as long takes at most about twice as many reads. Each text repeats what
   * one of the patterns almost matches.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234AB.",
        "1234 AB. ",
        "1",
        "1 ",
        " ",
        ",",
        "A",
        "Akade ",
        "Akade        ",
        "Apark. Apark ",
        "a-",
        "12-",
        "123-ab-",
        "@",
        "@a",
        "https://",
        "instagram.com/ ",
        "instagram.",
        "\u0301",
        "a\u0301",
        "\u0301 "
      })
  void readsTextsInLinearTime(String unit) {
    long once = reads(unit, 20_000);
    long twice = reads(unit, 40_000);
    assertThat(once).isPositive();
    assertThat(twice).isLessThan(once * 5 / 2);
  }

  private static long reads(String unit, int length) {
    CountingText text = new CountingText(unit.repeat(length / unit.length()));
    assertThat(Traces.inAnswer(text)).isEmpty();
    return text.reads;
  }

  /** A text that counts how many of its characters are read or copied. */
  private static final class CountingText implements CharSequence {

    private final String text;
    private long reads;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      reads += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      reads += text.length();
      return text;
    }
  }

  private static List<String> traces(Question question, String text) {
    ReportContent content =
        new ReportContent(
            "nl",
            Instant.EPOCH,
            Map.of(Question.MUNICIPALITY, List.of("zilvervoort")),
            Map.of(question, text));
    return TRACES.of(content, List.of()).stream()
        .map(trace -> trace.kind() + " " + trace.value())
        .toList();
  }
}
