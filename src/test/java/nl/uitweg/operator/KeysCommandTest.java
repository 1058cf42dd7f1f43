package nl.uitweg.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import nl.uitweg.command.CommandLines;
import nl.uitweg.platform.sealing.KeyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the command line of {@code bin/keys}. */
class KeysCommandTest {

  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  @Test
  void createsAndRotatesKeysets() {
    assertThat(run("create", folder.toString(), "lindestede", "zilvervoort")).isZero();
    assertThat(KeyFolder.describe(folder)).anyMatch(line -> line.contains("zilvervoort"));
    assertThat(run("rotate", folder.toString(), "lindestede")).isZero();
    assertThat(run("show", folder.toString())).isZero();
    assertThat(errors.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "create keys | Missing required parameter: 'MUNICIPALITY'; see bin/keys create --help.",
        "rotate keys | Missing required parameter: 'MUNICIPALITY'; see bin/keys rotate --help.",
        "rotate keys a b | Unmatched argument at index 3: 'b'; see bin/keys rotate --help.",
        "retire keys a 12 | Unmatched argument at index 3: '12'; see bin/keys retire --help.",
        "recover keys a | Missing required parameter: 'FILE'; see bin/keys recover --help.",
        "destroy keys | Unmatched arguments from index 0: 'destroy', 'keys'; see bin/keys --help.",
        "rewrap nowhere a | The key file nowhere/private/kek.json cannot be read",
      })
  void endsWithOneSentence(String arguments, String sentence) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
    assertThat(errors.toString().strip()).isEqualTo(sentence);
  }

  private int run(String... arguments) {
    return CommandLines.of(new KeysCommand())
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
