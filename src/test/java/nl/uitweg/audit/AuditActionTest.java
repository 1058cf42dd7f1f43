package nl.uitweg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that every action has a text in Dutch and English, and can be found by its code. */
class AuditActionTest {

  @ParameterizedTest
  @EnumSource(AuditAction.class)
  void hasText(AuditAction action) throws IOException {
    for (String language : new String[] {"nl", "en"}) {
      Set<Object> keys = new HashSet<>(texts("i18n/desk/desk/" + language).keySet());
      keys.addAll(texts("i18n/desk/auditlog/" + language).keySet());
      assertThat(keys).as(language).contains("action." + action.code());
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
