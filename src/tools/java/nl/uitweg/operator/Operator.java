package nl.uitweg.operator;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.uitweg.command.CommandLines;

/**
 * Main class of the operator's artifact: runs the command that the first argument names. {@code
 * bin/keys}, {@code bin/audit}, {@code bin/migrate}, {@code bin/backup} and {@code bin/restore}
 * call it.
 */
public final class Operator {

  private static final Map<String, Supplier<Object>> COMMANDS =
      new TreeMap<>(
          Map.of(
              "audit", AuditCommand::new,
              "backup", BackupCommand::new,
              "keys", KeysCommand::new,
              "migrate", MigrateCommand::new,
              "restore", RestoreCommand::new));

  private Operator() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    Supplier<Object> command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (command == null) {
      System.err.println(
          "The first argument must be one of: " + String.join(", ", COMMANDS.keySet()));
      return CommandLines.EXIT_ERROR;
    }
    return CommandLines.of(command.get())
        .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
  }
}
