package nl.uitweg.operator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the programs of PostgreSQL ({@code pg_dump}, {@code pg_restore}) with one login. The
 * password is never an argument, which every user of the machine can read.
 */
final class PostgresProgram {

  /** Parameters that have the same name and meaning in a JDBC URL and for the programs. */
  private static final Set<String> SHARED_PARAMETERS =
      Set.of("options", "sslmode", "sslrootcert", "sslcert", "sslkey");

  private final String user;
  private final String password;

  PostgresProgram(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * The address of a database as the programs of PostgreSQL take it. Parameters that only the JDBC
   * driver knows are left out; {@code targetServerType=primary} keeps its meaning.
   *
   * @param jdbcUrl for example {@code jdbc:postgresql://one,two/uitweg?targetServerType=primary}
   */
  static String uri(String jdbcUrl) {
    String[] parts = jdbcUrl.replaceFirst("^jdbc:", "").split("\\?", 2);
    String parameters =
        parts.length == 1
            ? ""
            : Arrays.stream(parts[1].split("&"))
                .flatMap(PostgresProgram::parameter)
                .collect(Collectors.joining("&"));
    return parts[0] + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  private static Stream<String> parameter(String parameter) {
    if (parameter.equals("targetServerType=primary")) {
      return Stream.of("target_session_attrs=read-write");
    }
    return SHARED_PARAMETERS.contains(parameter.split("=", 2)[0])
        ? Stream.of(parameter)
        : Stream.empty();
  }

  /**
   * Runs a program. Times in its output are in UTC.
   *
   * @return its standard output
   * @throws IOException when it cannot be started, with its name in the message
   * @throws ProgramFailedException when it fails
   */
  String run(Object... command) throws IOException, InterruptedException {
    StringBuilder output = new StringBuilder();
    forEachLine(line -> output.append(line).append('\n'), command);
    return output.toString();
  }

  /**
   * Like {@link #run}, for an output that is too large to be kept.
   *
   * @param action is called with each line of the standard output, without its end
   */
  void forEachLine(Consumer<String> action, Object... command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("postgresql", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
              .redirectError(errors.toFile());
      Map<String, String> environment = builder.environment();
      environment.put("PGUSER", user);
      environment.put("PGPASSWORD", password);
      environment.put("TZ", "UTC");
      Process process = builder.start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(action);
      }
      if (process.waitFor() != 0) {
        throw new ProgramFailedException(Files.readString(errors).strip());
      }
    } finally {
      Files.delete(errors);
    }
  }

  /** A program ended with an error; the message is what it wrote on standard error. */
  static final class ProgramFailedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    ProgramFailedException(String message) {
      super(message);
    }
  }
}
