package nl.uitweg.report;

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
 * The assignment of a report and when it was first read and closed. Its urgency is in {@link
 * Report}, its labels are facets. Separate from {@link Report}, because the public tier must not
 * see it. Created when the desk first indexes the report.
 */
@Entity
@Table(name = "handling")
public class Handling {

  @Id
  @Column(name = "report_id")
  UUID reportId;

  @Column(name = "assigned_to")
  @Nullable String assignedTo;

  @Column(name = "first_read_at")
  @Nullable Instant firstReadAt;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;

  /** Chosen by the database when the row is created; see {@link ReportNumber}. */
  @Column(name = "number", insertable = false, updatable = false)
  int number;

  @Version
  @Column(name = "version")
  int version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Handling() {}

  Handling(UUID reportId) {
    this.reportId = reportId;
  }

  public UUID reportId() {
    return reportId;
  }

  /** The number by which officers name the report. */
  public ReportNumber number() {
    return new ReportNumber(number);
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
   * Assigns the report to an officer.
   *
   * @param officer user name; null to remove the assignment
   */
  public void assign(@Nullable String officer) {
    this.assignedTo = officer;
  }

  /**
   * Records the time of closing.
   *
   * @param at null when the report was reopened
   */
  public void setClosedAt(@Nullable Instant at) {
    this.closedAt = at;
  }
}
