package nl.uitweg.architecture.violation.report;

import jakarta.persistence.EntityManager;

/** Breaks the rule that stores are package-private. */
public final class PublicStore {

  private PublicStore() {}

  static void clear(EntityManager database) {
    database.clear();
  }
}
