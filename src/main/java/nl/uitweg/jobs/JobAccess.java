package nl.uitweg.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.region.Region;

/** The rows that the transaction of a job may see and change. */
@ApplicationScoped
class JobAccess {

  private final DatabaseAccess access;
  private final Region region;

  JobAccess(DatabaseAccess access, Region region) {
    this.access = access;
    this.region = region;
  }

  /** Allows handling the reports of all municipalities, in the caller's transaction. */
  void toAllMunicipalities() {
    access.asDesk(region.ids());
  }
}
