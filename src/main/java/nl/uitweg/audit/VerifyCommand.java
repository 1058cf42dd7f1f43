package nl.uitweg.audit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Command behind {@code bin/audit verify}: verifies the audit chain with a database login that may
 * only read it.
 */
public final class VerifyCommand {

  private static final int EXIT_BROKEN = 1;
  private static final int EXIT_USAGE = 2;

  private VerifyCommand() {}

  /**
   * @param arguments JDBC URL, user, password; optionally a head that was noted earlier
   */
  public static void main(String[] arguments) throws SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 3) {
      out.println("Usage: JDBC URL, user and password are required; see bin/audit --help.");
      System.exit(EXIT_USAGE);
    }
    try (Connection connection =
        DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
      boolean[] headFound = {arguments.length < 4};
      AuditChain chain = read(connection, arguments.length < 4 ? "" : arguments[3], headFound);
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
      if (!headFound[0]) {
        out.println(
            "BROKEN: the head noted earlier is not in the chain; events were removed or rewritten.");
      }
      System.exit(chain.firstBreak().isPresent() || !headFound[0] ? EXIT_BROKEN : 0);
    }
  }

  /**
   * Reads and verifies the chain.
   *
   * @param head hash to look for
   * @param headFound its first element is set to true when the head is found
   */
  static AuditChain read(Connection connection, String head, boolean[] headFound)
      throws SQLException {
    connection.setAutoCommit(false);
    AuditChain chain = new AuditChain();
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
          headFound[0] = headFound[0] || rows.getString("hash").equals(head);
        }
      }
    }
    return chain;
  }
}
