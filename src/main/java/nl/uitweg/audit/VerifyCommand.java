package nl.uitweg.audit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Behind {@code bin/audit verify}: checks the chain with nothing but a login that may read it. */
public final class VerifyCommand {

  private static final int BROKEN = 1;
  private static final int USAGE = 2;

  private VerifyCommand() {}

  /**
   * @param arguments JDBC address, user, password; optionally the head that was noted earlier
   */
  public static void main(String[] arguments) throws SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (arguments.length < 3) {
      out.println("Needed: JDBC address, user and password; see bin/audit --help.");
      System.exit(USAGE);
    }
    try (Connection connection =
        DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
      boolean[] noted = {arguments.length < 4};
      AuditChain chain = read(connection, arguments.length < 4 ? "" : arguments[3], noted);
      chain
          .broken()
          .ifPresentOrElse(
              broken ->
                  out.printf(
                      "BROKEN at event %d: %s. The %d before it hold.%n",
                      broken.position(), broken.reason(), chain.length()),
              () ->
                  out.printf(
                      "The chain holds: %d events, head %s%n", chain.length(), chain.head()));
      if (!noted[0]) {
        out.println(
            "BROKEN: the head noted earlier is not in the chain; events were cut off or rewritten.");
      }
      System.exit(chain.broken().isPresent() || !noted[0] ? BROKEN : 0);
    }
  }

  /**
   * @param head to look for, and {@code noted[0]} to set when it is found
   */
  static AuditChain read(Connection connection, String head, boolean[] noted) throws SQLException {
    connection.setAutoCommit(false);
    AuditChain chain = new AuditChain();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(2_000);
      try (ResultSet rows = statement.executeQuery("select * from audit_event order by position")) {
        while (rows.next()) {
          chain.next(
              AuditEvent.found(
                  rows.getLong("position"),
                  rows.getTimestamp("at").toInstant(),
                  new AuditTrail.Entry(
                      rows.getString("actor"),
                      rows.getString("action"),
                      rows.getString("object"),
                      rows.getString("result"),
                      rows.getString("reason")),
                  rows.getString("previous"),
                  rows.getString("hash")));
          noted[0] = noted[0] || rows.getString("hash").equals(head);
        }
      }
    }
    return chain;
  }
}
