package nl.uitweg.desk.casefile;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * Finds a report that an officer may see, in the caller's transaction. A report that does not exist
 * and a report of another municipality get the same response: 404.
 */
@Singleton
class VisibleReports {

  private final DatabaseAccess access;

  VisibleReports(DatabaseAccess access) {
    this.access = access;
  }

  /**
   * @throws NotFoundException when the report does not exist or this officer may not see it
   */
  Report find(@Nullable String id, Officer officer) {
    UUID uuid = scopeTransaction(id, officer);
    return orNotFound(Report.visible(uuid, officer.municipalities()));
  }

  /** As {@link #find}, locked until the transaction ends. */
  Report findForUpdate(@Nullable String id, Officer officer) {
    UUID uuid = scopeTransaction(id, officer);
    return orNotFound(Report.forChange(uuid, officer.municipalities()));
  }

  /** Restricts the transaction to the municipalities of the officer, and returns the parsed id. */
  private UUID scopeTransaction(@Nullable String id, Officer officer) {
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.asDesk(officer.municipalities());
    try {
      return UUID.fromString(id == null ? "" : id);
    } catch (IllegalArgumentException notAnId) {
      throw new NotFoundException(notAnId);
    }
  }

  private static Report orNotFound(Optional<Report> report) {
    return report.orElseThrow(NotFoundException::new);
  }
}
