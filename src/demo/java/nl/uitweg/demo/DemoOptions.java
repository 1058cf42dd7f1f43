package nl.uitweg.demo;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command-line options that {@code bin/run} and {@code bin/dev} share. */
final class DemoOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for database, keys and logs, kept between runs (default: data).")
  Path data = Path.of("data");

  @Option(
      names = "--region",
      paramLabel = "DIR",
      description = "Folder of another region, made by bin/new-region; use a --data of its own.")
  Optional<Path> region = Optional.empty();

  private int port = 8080;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Port of the site (default: 8080).")
  void setPort(int number) {
    if (number < 1 || number > 65_535) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--port requires a number from 1 to 65535");
    }
    port = number;
  }

  int port() {
    return port;
  }

  void requireFreePort() {
    if (!LocalPorts.isFree(port)) {
      throw new DemoException(
          "Port "
              + port
              + " is in use; stop the process that uses it, or choose another port with --port.");
    }
  }
}
