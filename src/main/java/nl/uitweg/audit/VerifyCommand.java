package nl.uitweg.audit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Command behind {@code bin/audit verify}: verifies the audit chain with a database login that may
 * only read it.
 */
public final class VerifyCommand {

  private static final int EXIT_BROKEN = 1;
  private static final int EXIT_USAGE = 2;

  private VerifyCommand() {}

  /**
   * @param arguments JDBC URL, user, password; optionally the head (hash of the last event) that
   *     was noted earlier
   */
  public static void main(String[] arguments) throws SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 3) {
      out.println("Usage: JDBC URL, user and password are required; see bin/audit --help.");
      System.exit(EXIT_USAGE);
    }
    try (Connection connection =
        DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
      Optional<String> expectedHead =
          arguments.length < 4 ? Optional.empty() : Optional.of(arguments[3]);
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
      System.exit(chain.firstBreak().isPresent() || !verification.headFound() ? EXIT_BROKEN : 0);
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
