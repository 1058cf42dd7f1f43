package nl.uitweg.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * Runs commands that are described with picocli. A mistake in the arguments, a missing setting or
 * file, and a database that cannot be reached give one sentence on standard error and exit code 2.
 * Any other exception is a defect: its stack trace is printed, with exit code 3.
 */
public final class CommandLines {

  /** Standard output in UTF-8, whatever the locale. */
  public static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static final int EXIT_ERROR = 2;
  private static final int EXIT_DEFECT = 3;
  private static final int HELP_WIDTH = 120;

  private CommandLines() {}

  /**
   * A command line that is ready to be executed; it and its subcommands have {@code --help}.
   *
   * @param command an object with the annotations of picocli
   */
  public static CommandLine of(Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Shows this text.")
                .build());
    return line.setOut(new PrintWriter(OUT, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler((mistake, arguments) -> explain(mistake))
        .setExecutionExceptionHandler((exception, failed, arguments) -> explain(exception, failed));
  }

  private static int explain(ParameterException mistake) {
    CommandLine line = mistake.getCommandLine();
    String reason = String.valueOf(mistake.getMessage()).replaceFirst("\\.$", "");
    line.getErr().printf("%s; see %s --help.%n", reason, line.getCommandSpec().qualifiedName());
    return EXIT_ERROR;
  }

  private static int explain(Exception exception, CommandLine line) {
    if (exception instanceof IllegalArgumentException
        || exception instanceof IllegalStateException
        || exception instanceof IOException
        || exception instanceof UncheckedIOException
        || exception instanceof SQLException) {
      boolean missing = exception instanceof NoSuchFileException;
      line.getErr().println(exception.getMessage() + (missing ? ": no such file or folder" : ""));
      return EXIT_ERROR;
    }
    exception.printStackTrace(line.getErr());
    return EXIT_DEFECT;
  }

  /**
   * A setting from the environment. Secrets are never arguments, which every user of the machine
   * can read in the list of processes.
   *
   * @throws IllegalStateException when it is not set
   */
  public static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " is not set.");
    }
    return value;
  }
}
