package nl.uitweg.desk.handling;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.report.Facets;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;

/**
 * Stores changes to the handling of a report, with one audit event for each kind of change. The
 * audit does not record which labels changed, because labels reveal something about what was
 * reported; in the database they are blind indexes.
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

  /**
   * Whether the name is empty, the name of this officer, or the name of a user who has opened
   * reports at this desk before.
   */
  boolean isKnownOfficer(String name, Officer officer) {
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

  void apply(
      Report report,
      Handling handling,
      HandlingValues stored,
      HandlingValues requested,
      Officer officer) {
    if (requested.equals(stored)) {
      audit.nothingToRecord();
    }
    if (!requested.assignee().equals(stored.assignee())) {
      handling.assign(requested.assignee().isEmpty() ? null : requested.assignee());
      record(
          officer,
          AuditAction.ASSIGN,
          report,
          requested.assignee().isEmpty() ? "-" : requested.assignee());
    }
    if (requested.urgency() != stored.urgency()) {
      reports.setUrgency(report, requested.urgency());
      record(
          officer,
          AuditAction.URGENCY,
          report,
          requested.urgency().name().toLowerCase(Locale.ROOT));
    }
    if (!requested.labels().equals(stored.labels())) {
      requested.labels().stream()
          .filter(label -> !stored.labels().contains(label))
          .forEach(label -> facets.add(report.id(), Facets.LABEL, label));
      stored.labels().stream()
          .filter(label -> !requested.labels().contains(label))
          .forEach(label -> facets.remove(report.id(), Facets.LABEL, label));
      record(officer, AuditAction.LABEL, report, "");
    }
  }

  private void record(Officer officer, AuditAction action, Report report, String reason) {
    audit.add(AuditEntry.done(officer.name(), action, AuditObject.report(report.id()), reason));
  }
}
