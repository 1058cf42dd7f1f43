package nl.uitweg.architecture.violation.report;

import jakarta.persistence.EntityManager;

/** Violates the rule that stores are package-private. */
public final class PublicStore {

  private PublicStore() {}

  static void clear(EntityManager database) {
    database.clear();
  }
}
