package nl.uitweg.report.agenda;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the agenda. The note, its author and its time are sealed with the notes key of the
 * report. {@link AgendaItem} is what other packages see.
 */
@Entity
@Table(name = "agenda_item")
class StoredAgendaItem {

  @Id UUID id;

  @Column(name = "report_id", updatable = false)
  UUID reportId;

  @Column(name = "kind", updatable = false)
  String kind;

  @Column(name = "day")
  LocalDate day;

  @Column(name = "for_officer", updatable = false)
  String officer;

  @Column(name = "sealed", updatable = false)
  byte[] sealed;

  @Column(name = "done_by")
  @Nullable String doneBy;

  @Column(name = "done_at")
  @Nullable Instant doneAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StoredAgendaItem() {}

  StoredAgendaItem(
      UUID id, UUID reportId, AgendaKind kind, LocalDate day, String officer, byte[] sealed) {
    this.id = id;
    this.reportId = reportId;
    this.kind = kind.key();
    this.day = day;
    this.officer = officer;
    this.sealed = sealed;
  }

  /** A kind of a later version is shown as {@link AgendaKind#OTHER}. */
  AgendaKind kind() {
    return AgendaKind.ofKey(kind).orElse(AgendaKind.OTHER);
  }

  Optional<AgendaItem.Done> done() {
    return doneBy == null || doneAt == null
        ? Optional.empty()
        : Optional.of(new AgendaItem.Done(doneBy, doneAt));
  }
}
