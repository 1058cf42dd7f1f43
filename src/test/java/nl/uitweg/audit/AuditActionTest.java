package nl.uitweg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that every action has a text in Dutch and English, and can be found by its code. */
class AuditActionTest {

  @ParameterizedTest
  @EnumSource(AuditAction.class)
  void hasText(AuditAction action) throws IOException {
    for (String language : new String[] {"nl", "en"}) {
      assertThat(texts("i18n/desk/desk/" + language))
          .as(language)
          .containsKey("action." + action.code());
    }
  }

  @ParameterizedTest
  @EnumSource(AuditAction.class)
  void isFoundByCode(AuditAction action) {
    assertThat(AuditAction.ofCode(action.code())).contains(action);
  }

  private static Properties texts(String file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file + ".properties"))) {
      texts.load(reader);
    }
    return texts;
  }
}
