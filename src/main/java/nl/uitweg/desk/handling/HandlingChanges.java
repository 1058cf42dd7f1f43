package nl.uitweg.desk.handling;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Facets;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;

/**
 * Stores what changed, one event in the audit for each kind of change. Which labels changed is not
 * in the audit: labels say something about what was reported, and are blind in the database.
 */
@Singleton
class HandlingChanges {

  private final Reports reports;
  private final Facets facets;
  private final AuditTrail audit;
  private final EntityManager database;

  HandlingChanges(Reports reports, Facets facets, AuditTrail audit, EntityManager database) {
    this.reports = reports;
    this.facets = facets;
    this.audit = audit;
    this.database = database;
  }

  /** Whether this is nobody, the officer, or someone who has opened reports at this desk before. */
  boolean known(String name, Officer officer) {
    if (name.isEmpty() || name.equals(officer.name())) {
      return true;
    }
    return (Boolean)
        database
            .createNativeQuery(
                "select exists (select from audit_event where actor = ?1 and action in ('list',"
                    + " 'read'))",
                Boolean.class)
            .setParameter(1, name)
            .getSingleResult();
  }

  void make(
      Report report,
      Handling handling,
      HandlingValues stored,
      HandlingValues wanted,
      Officer officer) {
    if (!wanted.assigned().equals(stored.assigned())) {
      handling.assign(wanted.assigned().isEmpty() ? null : wanted.assigned());
      record(officer, "assign", report, wanted.assigned().isEmpty() ? "-" : wanted.assigned());
    }
    if (wanted.urgency() != stored.urgency()) {
      reports.setUrgency(report, wanted.urgency());
      record(officer, "urgency", report, wanted.urgency().name().toLowerCase(Locale.ROOT));
    }
    if (!wanted.labels().equals(stored.labels())) {
      wanted.labels().stream()
          .filter(label -> !stored.labels().contains(label))
          .forEach(label -> facets.add(report.id(), Facets.LABEL, label));
      stored.labels().stream()
          .filter(label -> !wanted.labels().contains(label))
          .forEach(label -> facets.remove(report.id(), Facets.LABEL, label));
      record(officer, "label", report, "");
    }
  }

  private void record(Officer officer, String action, Report report, String reason) {
    audit.add(
        new AuditTrail.Entry(officer.name(), action, "report/" + report.id(), "done", reason));
  }
}
