package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what translation programs write, and names what cannot be read. */
class PoFileTest {

  private static final Language POLISH = new Language("pl");

  private static final String PO =
      """
      msgid ""
      msgstr ""
      "Language: pl\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"

      msgctxt "page:skip"
      msgid "Ga naar de tekst"
      msgstr "Przejdź do treści"

      #~ msgid "Oud"
      #~ msgstr "Stary"
      """;

  @Test
  void readsTextsWithoutHeaderAndObsoleteTexts() {
    assertThat(parse(PO).messages().keySet()).containsExactly("page:skip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl_PL", "pl-PL", "pl_NL"})
  void acceptsLanguageWithCountry(String language) {
    assertThat(parse(PO.replace("Language: pl", "Language: " + language)).messages()).hasSize(1);
  }

  @Test
  void acceptsByteOrderMarkAndWindowsLineEnds() {
    assertThat(parse("\uFEFF" + PO.replace("\n", "\r\n")).messages().get("page:skip"))
        .satisfies(message -> assertThat(message.getMsgstr()).isEqualTo("Przejdź do treści"));
  }

  @Test
  void namesDuplicates() {
    String entry = PO.substring(PO.indexOf("msgctxt"), PO.indexOf("#~"));
    assertThat(parse(PO + entry).duplicates()).containsExactly("page:skip");
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        Arguments.of(PO.replace("charset=UTF-8", "charset=ISO-8859-2"), "header says charset=ISO"),
        Arguments.of(PO.replace("Language: pl", "Language: de"), "into German (de) by its header"),
        Arguments.of(PO.replace("Language: pl", "Team: pl"), "does not name the language"),
        Arguments.of(
            PO.replace("treści\"", "treści"), "pl.po:8: this is not a PO file: missing end"),
        Arguments.of(PO.replace("msgstr \"P", "msgsrt \"P"), "pl.po:8: this is not a PO file"),
        Arguments.of(PO.replace("treści", "\\d"), "pl.po:8: this is not a PO file: Invalid escape"),
        Arguments.of(
            PO.replace("msgstr \"P", "msgid_plural \"x\"\nmsgstr[1] \"P"), "a plural text lacks"),
        Arguments.of("<html>", "pl.po:1: this is not a PO file"),
        Arguments.of("", "it has no header"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void explainsWhyFileCannotBeUsed(String po, String reason) {
    assertThatThrownBy(() -> parse(po))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("pl.po:")
        .hasMessageContaining(reason);
  }

  @Test
  void namesLineThatIsNotUtf8() {
    byte[] latin2 =
        PO.replace("charset=UTF-8", "charset=ISO-8859-2").getBytes(Charset.forName("ISO-8859-2"));
    assertThatThrownBy(() -> PoFile.parse("pl.po", latin2, POLISH))
        .hasMessageStartingWith("pl.po:8: the file is not in UTF-8 (byte 0xBC)")
        .hasMessageContaining("charset=ISO-8859-2")
        .hasMessageContaining("msgconv --to-code=UTF-8");
  }

  private static PoFile parse(String po) {
    return PoFile.parse("pl.po", po.getBytes(StandardCharsets.UTF_8), POLISH);
  }
}
