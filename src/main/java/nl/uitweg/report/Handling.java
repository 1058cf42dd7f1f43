package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has a report and when it was first read and closed; beside {@link Report}, because the public
 * tier must not see it. Made when the desk first indexes the report ({@link Facets}).
 */
@Entity
@Table(name = "handling")
public class Handling extends PanacheEntityBase {

  @Id
  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "assigned_to")
  @Nullable String assignedTo;

  @Column(name = "first_read_at")
  @Nullable Instant firstReadAt;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;

  @Version
  @Column(name = "version")
  int version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Handling() {}

  Handling(UUID reportId) {
    this.reportId = reportId;
  }

  /** Of a report that the caller may see; empty as long as the desk has not indexed it. */
  public static Optional<Handling> of(Report report) {
    return Optional.ofNullable(findById(report.id));
  }

  public UUID reportId() {
    return reportId;
  }

  public Optional<String> assignedTo() {
    return Optional.ofNullable(assignedTo);
  }

  public Optional<Instant> firstReadAt() {
    return Optional.ofNullable(firstReadAt);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  /**
   * @param officer user name, or null for nobody
   */
  public void assign(@Nullable String officer) {
    this.assignedTo = officer;
  }

  /** Only the first reading counts. */
  public void read(Instant at) {
    if (firstReadAt == null) {
      firstReadAt = at;
    }
  }

  /**
   * @param at null when it was opened again
   */
  public void closed(@Nullable Instant at) {
    this.closedAt = at;
  }
}
