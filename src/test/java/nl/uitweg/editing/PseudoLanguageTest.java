package nl.uitweg.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nl.uitweg.content.Content;
import nl.uitweg.content.TranslationCheck;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.testsupport.PseudoLanguage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the pseudo-language of the tests is as complete as a real language. */
class PseudoLanguageTest {

  @TempDir Path folder;
  private Languages languages;

  @BeforeEach
  void write() throws IOException {
    PseudoLanguage.write(folder);
    languages = Languages.read(folder.resolve("i18n"));
  }

  @Test
  void hasNoMissingOrStaleTextAndAllMarks() throws IOException {
    Content content = Content.read(folder.resolve("content"), languages);
    assertThat(
            TranslationCheck.problems(
                folder.resolve("content"),
                EditedFiles.of(folder).bundles(),
                content,
                PseudoLanguage.LANGUAGE))
        .isEmpty();
  }

  @Test
  void isRightToLeftAndKeepsPlurals() {
    Texts texts = Bundles.read(folder.resolve("i18n"), languages).in(PseudoLanguage.LANGUAGE);
    assertThat(PseudoLanguage.LANGUAGE.direction()).isEqualTo("rtl");
    assertThat(texts.get("form.sent-files", 2)).contains("2").doesNotContainPattern("[A-Za-z{}]");
    assertThat(texts.get("form.sent-files", 1)).isNotEqualTo(texts.get("form.sent-files", 2));
    assertThat(texts.get("form.too-long-hint", 10_000)).doesNotContainPattern("[A-Za-z{}]");
  }
}
