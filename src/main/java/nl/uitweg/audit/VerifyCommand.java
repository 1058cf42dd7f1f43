package nl.uitweg.audit;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.command.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Command behind {@code bin/audit verify}: verifies the audit chain with a database login that may
 * only read it.
 */
@Command(
    name = "bin/audit",
    synopsisSubcommandLabel = "verify [HEAD]",
    description = "Verifies the hash chain of audit events.",
    footer = {
      "",
      "Reads QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD (of portal_backoffice); without them, verifies the"
          + " running demo."
    })
public final class VerifyCommand {

  private static final int EXIT_BROKEN = 1;

  VerifyCommand() {}

  public static void main(String[] arguments) {
    System.exit(CommandLines.of(new VerifyCommand()).execute(arguments));
  }

  @Command(
      description =
          "Verifies every link of the chain and names the first broken one. Exit code 0: intact, 1: broken, 2: could"
              + " not be verified.")
  int verify(
      @Parameters(
              arity = "0..1",
              paramLabel = "HEAD",
              description =
                  "hash of an event, noted earlier; also verifies that no event up to it was removed")
          Optional<String> expectedHead)
      throws SQLException {
    PrintStream out = CommandLines.OUT;
    Map<String, String> environment = System.getenv();
    try (Connection connection =
        DriverManager.getConnection(
            CommandLines.setting("QUARKUS_DATASOURCE_JDBC_URL"),
            environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "portal_backoffice"),
            environment.getOrDefault("QUARKUS_DATASOURCE_PASSWORD", ""))) {
      Verification verification = verify(connection, expectedHead);
      AuditChain chain = verification.chain();
      chain
          .firstBreak()
          .ifPresentOrElse(
              broken ->
                  out.printf(
                      "BROKEN at event %d: %s. The %d events before it are valid.%n",
                      broken.position(), broken.reason(), chain.validEvents()),
              () ->
                  out.printf(
                      "The chain is valid: %d events, head %s%n",
                      chain.validEvents(), chain.head()));
      if (!verification.headFound()) {
        out.println(
            "BROKEN: the head noted earlier is not in the chain; events were removed or rewritten.");
      }
      return chain.firstBreak().isPresent() || !verification.headFound() ? EXIT_BROKEN : 0;
    }
  }

  /**
   * @param headFound whether an event has the expected head; true when none was given
   */
  private record Verification(AuditChain chain, boolean headFound) {}

  /** Reads and verifies the chain, and looks for the event with the expected head. */
  private static Verification verify(Connection connection, Optional<String> expectedHead)
      throws SQLException {
    connection.setAutoCommit(false);
    AuditChain chain = new AuditChain();
    boolean headFound = expectedHead.isEmpty();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(2_000);
      try (ResultSet rows = statement.executeQuery("select * from audit_event order by position")) {
        while (rows.next()) {
          chain.accept(
              AuditEvent.stored(
                  rows.getLong("position"),
                  rows.getTimestamp("at").toInstant(),
                  new AuditFields(
                      rows.getString("actor"),
                      rows.getString("action"),
                      rows.getString("object"),
                      rows.getString("result"),
                      rows.getString("reason")),
                  rows.getString("previous"),
                  rows.getString("hash")));
          headFound = headFound || expectedHead.filter(rows.getString("hash")::equals).isPresent();
        }
      }
    }
    return new Verification(chain, headFound);
  }
}
