package nl.uitweg.editing.po;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.testsupport.ContentCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists what a sworn translator must read again. */
class ReviewedTextsTest {

  private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

  @TempDir Path folder;

  @Test
  void listsTextsThatChangedAfterReview() throws IOException {
    ContentCopy.into(folder, List.of("nl", "en", "pl"));
    GitRepository.create(folder);
    assertThat(changes(today)).isEmpty();
    replace("i18n/page/nl.properties", "\nskip=", "\nskip=Snel ");
    replace("content/pl/help.md", "answer: \"", "answer: \"Tak. ");
    assertThat(changes(today))
        .contains("page:skip", "nl now:  Snel ", "content/help:answer", "pl now:  Tak. ")
        .doesNotContain("page:home", "content/help:title");
  }

  @Test
  void refusesDayBeforeHistory() throws IOException {
    ContentCopy.into(folder, List.of("nl", "en", "pl"));
    GitRepository.create(folder);
    assertThatThrownBy(() -> changes(today.minusYears(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Git has no commit of");
  }

  @Test
  void namesSpeakerOfTextsThatExist() throws IOException {
    List<String> contexts =
        new SourceTexts(Path.of(""), new Language("pl"))
            .all().stream().map(SourceText::context).toList();
    Speakers speakers = Speakers.read(Path.of("i18n"));
    for (Speakers.Entry entry : speakers.entries()) {
      assertThat(contexts).as(entry.texts()).anyMatch(entry::matches);
    }
    assertThat(speakers.of("form:role.self")).contains("reporter");
    assertThat(speakers.of("phrases:answer.yes")).contains("reporter");
    assertThat(speakers.of("home:lead")).isEqualTo(Speakers.MUNICIPALITY);
  }

  private String changes(LocalDate day) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ReviewedTexts.print(folder, new Language("pl"), day, new PrintStream(output, true, UTF_8));
    return output.toString(UTF_8);
  }

  private void replace(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
