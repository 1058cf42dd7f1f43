package nl.uitweg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a command prints, and its exit code, when it is used wrongly or fails. */
class CommandLinesTest {

  private final StringWriter errors = new StringWriter();
  private final StringWriter output = new StringWriter();

  @Command(name = "bin/sample", description = "Fails in several ways.")
  static final class Sample {

    @Command
    void fail(@Parameters(paramLabel = "HOW") String how) throws Exception {
      switch (how) {
        case "setting" -> CommandLines.setting("UITWEG_NO_SUCH_SETTING");
        case "file" -> throw new NoSuchFileException("keys/kek.json");
        case "reading" -> throw new FileNotFoundException("keys/kek.json (Permission denied)");
        default -> throw new ArithmeticException("a defect");
      }
    }
  }

  @Test
  void reportsAMistakeInTheArgumentsInOneSentence() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("fail")).isEqualTo(2);
    assertThat(run("fail", "file", "again")).isEqualTo(2);
    assertThat(run("fail", "file", "--fast")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualToNormalizingNewlines(
            """
            Missing required subcommand; see bin/sample --help.
            Missing required parameter: 'HOW'; see bin/sample fail --help.
            Unmatched argument at index 2: 'again'; see bin/sample fail --help.
            Unknown option: '--fast'; see bin/sample fail --help.
            """);
  }

  @Test
  void reportsAnExpectedFailureInOneSentence() {
    assertThat(run("fail", "setting")).isEqualTo(2);
    assertThat(run("fail", "file")).isEqualTo(2);
    assertThat(run("fail", "reading")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualToNormalizingNewlines(
            """
            The environment variable UITWEG_NO_SUCH_SETTING is not set.
            keys/kek.json: no such file or folder
            keys/kek.json (Permission denied)
            """);
  }

  @Test
  void printsTheStackTraceOfADefect() {
    assertThat(run("fail", "otherwise")).isEqualTo(3);
    assertThat(errors.toString())
        .contains("ArithmeticException: a defect")
        .contains("at nl.uitweg");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(run("--help")).isZero();
    assertThat(run("fail", "--help")).isZero();
    assertThat(output.toString()).contains("Fails in several ways.").contains("bin/sample fail");
    assertThat(errors.toString()).isEmpty();
  }

  private int run(String... arguments) {
    CommandLine line = CommandLines.of(new Sample());
    return line.setErr(new PrintWriter(errors, true))
        .setOut(new PrintWriter(output, true))
        .execute(arguments);
  }
}
