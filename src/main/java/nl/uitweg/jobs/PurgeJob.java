package nl.uitweg.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.report.retention.ReportPurge;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Purges closed reports when the desk starts and every five minutes after that, when their
 * retention period has ended. At the start, because the database may have been restored from a
 * backup, in which reports are overdue. Soon again, because a report that another transaction has
 * locked, for example to index it, is left for the next time.
 */
@ApplicationScoped
class PurgeJob {

  private static final Logger LOG = Logger.getLogger(PurgeJob.class);

  private final JobAccess access;
  private final ReportPurge purge;
  private final AuditTrail audit;
  private final String tier;

  PurgeJob(
      JobAccess access,
      ReportPurge purge,
      AuditTrail audit,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.access = access;
    this.purge = purge;
    this.audit = audit;
    this.tier = tier;
  }

  @Scheduled(every = "${portal.jobs.purge-every:5m}")
  void purgeOverdue() {
    if (!tier.equals("public")) {
      int purged = run();
      if (purged > 0) {
        LOG.infof("Purged %d closed reports", purged);
      }
    }
  }

  /**
   * Purges the reports that are due, and the dossiers that have none left, and records each purge
   * in the audit trail, in one transaction.
   *
   * @return number of purged reports
   */
  @Transactional
  int run() {
    access.toAllMunicipalities();
    ReportPurge.Purged purged = purge.purgeDue();
    purged.reports().forEach(id -> record(AuditObject.report(id)));
    purged.dossiers().forEach(id -> record(AuditObject.dossier(id)));
    return purged.reports().size();
  }

  private void record(AuditObject object) {
    audit.add(AuditEntry.done("retention", AuditAction.PURGE, object));
  }
}
