package nl.uitweg.desk.neighbour;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.neighbour.MatchStore.QueuedReport;
import nl.uitweg.desk.related.ReportTraces;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.region.Matching;
import nl.uitweg.region.Region;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares the reports that were taken up with those of other municipalities, every minute on the
 * desk tier. It does so apart from any request: an officer's request takes equally long whatever
 * another municipality has. Without an agreement in {@code region.yaml} nothing is compared, and
 * what an earlier agreement left is deleted.
 */
@ApplicationScoped
class MatchingJob {

  private static final Logger LOG = Logger.getLogger(MatchingJob.class);
  private static final String ACTOR = "matching";
  private static final int BATCH_SIZE = 500;

  private final MatchStore store;
  private final Reports reports;
  private final ReportTraces traces;
  private final AuditTrail audit;
  private final DatabaseAccess access;
  private final Region region;
  private final boolean isDesk;

  MatchingJob(
      MatchStore store,
      Reports reports,
      ReportTraces traces,
      AuditTrail audit,
      DatabaseAccess access,
      Region region,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier) {
    this.store = store;
    this.reports = reports;
    this.traces = traces;
    this.audit = audit;
    this.access = access;
    this.region = region;
    this.isDesk = !tier.equals("public");
  }

  @Scheduled(
      every = "${portal.jobs.every:1m}",
      delayed = "${portal.jobs.delay:20s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMinute() {
    if (isDesk) {
      run();
    }
  }

  /** Compares the reports that were taken up since the last run, at most {@value #BATCH_SIZE}. */
  void run() {
    Optional<Matching> matching = region.matching();
    if (matching.isEmpty()) {
      inTransaction(region.ids(), store::deleteAll);
      return;
    }
    List<QueuedReport> queued = new ArrayList<>();
    inTransaction(region.ids(), () -> queued.addAll(store.queued(BATCH_SIZE)));
    queued.forEach(report -> compare(report, matching.get()));
    inTransaction(region.ids(), this::announce);
  }

  /** Compares one report, in a transaction that sees only its own municipality. */
  private void compare(QueuedReport queued, Matching matching) {
    List<String> municipality = List.of(queued.municipality());
    try {
      inTransaction(
          municipality,
          () -> {
            if (store.lockQueued(queued.id())) {
              List<String> indexes =
                  reports
                      .findVisible(queued.id(), municipality)
                      .map(report -> indexes(report, municipality))
                      .orElse(List.of());
              if (store.find(queued.id(), indexes, matching.since())) {
                store.removeQueued(queued.id());
              }
            }
          });
    } catch (RuntimeException e) {
      // The message of an exception may contain values of a row.
      LOG.warnf("Report %s was not compared: %s", queued.id(), e.getClass().getName());
    }
  }

  /** The blind indexes of the traces of a report; none when it cannot be decrypted. */
  private List<String> indexes(Report report, List<String> municipality) {
    try {
      ReportContent content = reports.open(report, municipality);
      Collection<String> messages = reports.reporterTexts(report, municipality).values();
      return traces.of(content, messages).stream().map(ReportTraces.IndexedTrace::index).toList();
    } catch (UnsealException | IllegalStateException e) {
      return List.of(); // the case file shows that it is unreadable
    }
  }

  /** Shows new matches to both sides, and records each change on both reports. */
  private void announce() {
    for (MatchStore.Announcement announcement : store.announce()) {
      audit.add(
          AuditEntry.done(
              ACTOR,
              switch (MatchState.valueOf(announcement.state())) {
                case FOUND -> AuditAction.MATCH_FOUND;
                case AGREED -> AuditAction.MATCH_AGREED;
                case DECLINED -> AuditAction.MATCH_ENDED;
              },
              AuditObject.report(announcement.report()),
              announcement.otherMunicipality()));
    }
  }

  private void inTransaction(List<String> municipalities, Runnable work) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              access.asDesk(municipalities);
              work.run();
            });
  }
}
