package nl.uitweg.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One event of the audit chain: who did what to which object, with what result, when and why. It
 * holds no content of a report.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent extends PanacheEntityBase {

  /** The {@link #previousHash} of the first event. */
  static final String GENESIS_HASH = "0".repeat(64);

  @Id long position;

  @Column Instant at;
  @Column String actor;
  @Column String action;
  @Column String object;
  @Column String result;
  @Column String reason;

  @Column(name = "previous")
  String previousHash;

  @Column String hash;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AuditEvent() {}

  AuditEvent(long position, Instant at, AuditTrail.Entry entry, String previousHash) {
    this.position = position;
    this.at = at;
    this.actor = entry.actor();
    this.action = entry.action();
    this.object = entry.object();
    this.result = entry.result();
    this.reason = entry.reason();
    this.previousHash = previousHash;
    this.hash = expectedHash();
  }

  /** An event as stored in the database, with the stored hash, valid or not. */
  static AuditEvent stored(
      long position, Instant at, AuditTrail.Entry entry, String previousHash, String hash) {
    AuditEvent event = new AuditEvent(position, at, entry, previousHash);
    event.hash = hash;
    return event;
  }

  /** The first events after a position, in order. */
  static List<AuditEvent> after(long position, int count) {
    return find("position > ?1 order by position", position).page(0, count).list();
  }

  /** The event at a position, as stored in the database now. */
  static Optional<AuditEvent> atPosition(long position) {
    return find("position", position).firstResultOptional();
  }

  static Optional<AuditEvent> last() {
    return find("order by position desc").firstResultOptional();
  }

  /** The first event with this action about an object. */
  public static Optional<AuditEvent> first(String object, String action) {
    return find("object = ?1 and action = ?2 order by position", object, action)
        .firstResultOptional();
  }

  /** All events about an object, oldest first. */
  public static List<AuditEvent> about(String object) {
    return list("object = ?1 order by position", object);
  }

  /**
   * SHA-256 over all other columns, each preceded by its length in bytes, so that no text can be
   * moved from one column to the next.
   */
  final String expectedHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          List.of(
              Long.toString(position),
              at.toString(),
              actor,
              action,
              object,
              result,
              reason,
              previousHash)) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }

  public Instant at() {
    return at;
  }

  public String actor() {
    return actor;
  }

  public String action() {
    return action;
  }

  public long position() {
    return position;
  }

  public String object() {
    return object;
  }

  public String result() {
    return result;
  }

  public String reason() {
    return reason;
  }

  public String hash() {
    return hash;
  }
}
