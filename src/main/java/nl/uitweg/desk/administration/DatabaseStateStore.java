package nl.uitweg.desk.administration;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Reads the state of the database itself, in the caller's transaction. */
@ApplicationScoped
class DatabaseStateStore {

  private final Session session;

  DatabaseStateStore(Session session) {
    this.session = session;
  }

  /** True when the database answers; otherwise the query throws an exception. */
  boolean isAvailable() {
    return session.createNativeQuery("select 1", Integer.class).getSingleResult() != null;
  }

  /** The version of PostgreSQL. */
  String serverVersion() {
    return session.createNativeQuery("show server_version", String.class).getSingleResult();
  }

  /** The number of the newest migration that was applied. */
  String schemaVersion() {
    return session
        .createNativeQuery("select portal_schema_version()", String.class)
        .getSingleResult();
  }
}
