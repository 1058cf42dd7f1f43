package nl.uitweg.architecture.violation.report;

import jakarta.persistence.EntityManager;

/** Violates the rule that only stores touch the database. */
public final class QueriesDirectly {

  private QueriesDirectly() {}

  static void clear(EntityManager database) {
    database.clear();
  }
}
