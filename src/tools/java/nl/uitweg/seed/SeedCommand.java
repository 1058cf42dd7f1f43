package nl.uitweg.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.uitweg.command.CommandLines;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Command behind {@code bin/seed}: fills a demo database with generated reports. */
@Command(
    name = "bin/seed",
    description = {
      "Adds N generated reports to the running demo or to another demo database, with municipality, form of exploitation,"
          + " state, urgency, date, language and script, reporter, consent, officer, dates of reading and closing,"
          + " messages, notes, labels and audit events. Refuses a database that is not marked as a demo (bin/run marks"
          + " its own).",
      ""
    },
    footer = {
      "",
      "How much is really sealed:",
      "  up to 10,000   everything, but no receipt code opens a conversation (each would cost one Argon2id derivation)",
      "  above          keys that the desk never reads are random bytes of the right size: keys wrapped for recovery, and",
      "                 keys of conversations without messages",
      "  above 100,000  also the keys of reports that are closed, spam or withdrawn and not among the newest 100,000;",
      "                 the desk reports that these cannot be decrypted"
    })
public final class SeedCommand implements Callable<Integer> {

  private static final int MAX_COUNT = 2_000_000;

  @Parameters(
      paramLabel = "N",
      description = "Number of reports: 1 to 2,000,000.",
      converter = Count.class)
  int count;

  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description = "Folder with public/ and private/ of that demo (default: data/keys).")
  Path keys = Path.of("data/keys");

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "Random seed: the same N, M and S give the same reports; their dates count back from now.")
  long seed = 1;

  @Option(
      names = "--user",
      paramLabel = "SUPERUSER",
      description = "Superuser of the database, for COPY on every table (default: postgres).")
  String user = "postgres";

  @Option(names = "--password", paramLabel = "PASSWORD", description = "Password of the superuser.")
  String password = "postgres";

  @Option(
      names = "--months",
      paramLabel = "M",
      description =
          "Period over which the reports were sent (default: 12 up to 10,000 reports, 24 up to 100,000, 36 above).")
  private Optional<Integer> period = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "JDBC-URL",
      description = "The database (default: that of the running demo).")
  private Optional<String> target = Optional.empty();

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new SeedCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    Seed.fill(this);
    CommandLines.OUT.printf("%,d reports in %.0f s%n", count, (System.nanoTime() - start) / 1e9);
    return 0;
  }

  /** Options as they are written after {@code bin/seed}. */
  public static SeedCommand of(String... arguments) {
    SeedCommand options = new SeedCommand();
    new CommandLine(options).parseArgs(arguments);
    return options;
  }

  int months() {
    return period.orElse(months(count));
  }

  /** Default period in months for a number of reports: 12, 24 or 36. */
  public static int months(int count) {
    return count <= 10_000 ? 12 : count <= 100_000 ? 24 : 36;
  }

  String url() throws IOException {
    if (target.isPresent()) {
      return target.get();
    }
    try {
      return Files.readString(Path.of("data/database.url")).strip();
    } catch (NoSuchFileException e) {
      throw new IllegalStateException(
          "No demo is running here; start bin/run, or give a database with --to.", e);
    }
  }

  /** A number of reports; digits may be grouped: {@code 1,000} or {@code 1_000}. */
  static final class Count implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
      String digits = text.replaceAll("[_,]", "");
      if (!digits.matches("\\d{1,7}")
          || Integer.parseInt(digits) < 1
          || Integer.parseInt(digits) > MAX_COUNT) {
        throw new TypeConversionException("N must be a number from 1 to 2,000,000");
      }
      return Integer.valueOf(digits);
    }
  }
}
