package nl.uitweg.audit;

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

/**
 * One event of the audit chain: who did what to which object, with what result, when and why. It
 * holds no content of a report.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

  /** The {@link #previousHash} of the first event. */
  public static final String GENESIS_HASH = "0".repeat(64);

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

  /** A new event, with the hash of its columns. */
  public AuditEvent(long position, Instant at, AuditFields fields, String previousHash) {
    this.position = position;
    this.at = at;
    this.actor = fields.actor();
    this.action = fields.action();
    this.object = fields.object();
    this.result = fields.result();
    this.reason = fields.reason();
    this.previousHash = previousHash;
    this.hash = expectedHash();
  }

  /** An event as stored in the database, with the stored hash, valid or not. */
  public static AuditEvent stored(
      long position, Instant at, AuditFields fields, String previousHash, String hash) {
    AuditEvent event = new AuditEvent(position, at, fields, previousHash);
    event.hash = hash;
    return event;
  }

  /**
   * SHA-256 of all other columns, in hexadecimal. Each column is preceded by its length in bytes,
   * so that no text can be moved from one column to the next.
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
