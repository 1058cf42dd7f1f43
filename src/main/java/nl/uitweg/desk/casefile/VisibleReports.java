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
 * Finds a report for an officer, in the caller's transaction. What is not there and what is another
 * municipality's look the same: 404.
 */
@Singleton
class VisibleReports {

  private final DatabaseAccess access;

  VisibleReports(DatabaseAccess access) {
    this.access = access;
  }

  /**
   * @throws NotFoundException when this officer may not see it, or it is not there
   */
  Report find(@Nullable String id, Officer officer) {
    UUID uuid = begin(id, officer);
    return orNotFound(Report.visible(uuid, officer.municipalities()));
  }

  /** As {@link #find}, locked until the transaction ends. */
  Report forChange(@Nullable String id, Officer officer) {
    UUID uuid = begin(id, officer);
    return orNotFound(Report.forChange(uuid, officer.municipalities()));
  }

  private UUID begin(@Nullable String id, Officer officer) {
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
