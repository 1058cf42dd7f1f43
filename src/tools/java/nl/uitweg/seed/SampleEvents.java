package nl.uitweg.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import nl.uitweg.audit.AuditEvent;
import nl.uitweg.audit.AuditFields;
import nl.uitweg.audit.AuditTrail;

/** Appends events for sample data to the audit chain, so that the chain stays valid. */
public final class SampleEvents {

  private long position;
  private String head;

  /**
   * Keeps everybody else from adding events until the transaction ends, as {@link AuditTrail} does
   * while it writes.
   */
  public static void lockChain(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(0, " + AuditTrail.CHAIN_LOCK + ")");
    }
  }

  /**
   * @param position position of the last event; 0 when there is none
   * @param head hash of the last event; empty when there is none
   */
  public SampleEvents(long position, String head) {
    this.position = position;
    this.head = head.isEmpty() ? AuditEvent.GENESIS_HASH : head;
  }

  /** The columns of an event except result and reason, in the order of the table. */
  public record Row(
      long position,
      Instant at,
      String actor,
      String action,
      String object,
      String previousHash,
      String hash) {}

  /** Appends an event and passes its row to the consumer. */
  public void append(
      Instant at,
      String actor,
      String action,
      String object,
      String reason,
      Consumer<Row> consumer) {
    Instant micros = at.truncatedTo(ChronoUnit.MICROS);
    position++;
    AuditEvent event =
        new AuditEvent(
            position, micros, new AuditFields(actor, action, object, "done", reason), head);
    consumer.accept(new Row(position, micros, actor, action, object, head, event.hash()));
    head = event.hash();
  }
}
