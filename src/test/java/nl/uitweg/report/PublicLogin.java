package nl.uitweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.ReceiptCode;
import nl.uitweg.platform.sealing.ReceiptDerivation;
import nl.uitweg.platform.sealing.ReceiptKeyWrap;
import nl.uitweg.report.sealed.ReportOrigin;
import nl.uitweg.testsupport.Servers;

/**
 * A database session of an attacker who has the login and the keys of the public tier and the code
 * of a report.
 */
final class PublicLogin implements AutoCloseable {

  private final ReportWithPhoto report;
  private final Connection connection;
  private final ContentKey conversation;

  private PublicLogin(ReportWithPhoto report, Connection connection, ContentKey conversation) {
    this.report = report;
    this.connection = connection;
    this.conversation = conversation;
  }

  static PublicLogin withCodeOf(ReportWithPhoto report) throws Exception {
    Connection connection =
        DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_public", "");
    try {
      return new PublicLogin(report, connection, conversation(report, connection));
    } catch (Exception | AssertionError e) {
      connection.close();
      throw e;
    }
  }

  private static ContentKey conversation(ReportWithPhoto report, Connection connection)
      throws Exception {
    ReceiptDerivation receiptDerivation = Arc.container().instance(ReceiptDerivation.class).get();
    ReceiptDerivation.Access access =
        receiptDerivation.accessForReading(ReceiptCode.parse(report.code()).orElseThrow());
    try (PreparedStatement set =
        connection.prepareStatement(
            "select set_config('portal.lookup', encode(?, 'hex'), false)")) {
      set.setBytes(1, access.lookupId());
      set.execute();
    }
    try (PreparedStatement read = connection.prepareStatement("select wrapped from receipt");
        ResultSet rows = read.executeQuery()) {
      assertThat(rows.next()).isTrue();
      return ReceiptKeyWrap.unwrap(access, report.id(), rows.getBytes(1));
    }
  }

  ContentKey conversation() {
    return conversation;
  }

  /** Adds a message of the reporter with arbitrary content, and returns its id. */
  UUID addMessage(int position, byte[] content) throws SQLException {
    UUID id = UUID.randomUUID();
    ReportOrigin origin = new ReportOrigin(report.id(), Optional.of("zilvervoort"));
    insert(
        "insert into message (id, report_id, position, from_officer, read, sealed)"
            + " values (?, ?, ?, false, false, ?)",
        id,
        report.id(),
        position,
        conversation.seal(origin.message(id, position, false), content));
    return id;
  }

  void insert(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Begins a transaction, which {@link #commit} or {@link #rollBack} ends. */
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /** Runs a query in a transaction that stays open until {@link #rollBack}; returns its value. */
  String inOpenTransaction(String query) throws SQLException {
    begin();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  void rollBack() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
