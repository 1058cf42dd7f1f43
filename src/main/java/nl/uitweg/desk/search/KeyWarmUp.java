package nl.uitweg.desk.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.bulk.BulkReportReader;
import nl.uitweg.report.bulk.ReportBatch;
import nl.uitweg.report.bulk.ReportCursor;
import nl.uitweg.report.bulk.ReportFilter;
import nl.uitweg.report.bulk.ReportKeys;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/**
 * Unwraps the keys of the newest reports in the background while an officer is still typing a
 * search query, because unwrapping takes nearly all the time of a first search. It caches only
 * keys, for as long as a search does, and only of reports that the officer may read.
 */
@Singleton
class KeyWarmUp {

  private static final Logger LOG = Logger.getLogger(KeyWarmUp.class);
  private static final int BATCH_SIZE = 1_000;
  private static final int MAX_REPORTS = 10_000;

  private final BulkReportReader reader;
  private final DatabaseAccess access;
  private final ManagedExecutor executor;
  private final AtomicBoolean running = new AtomicBoolean();

  KeyWarmUp(BulkReportReader reader, DatabaseAccess access) {
    this.reader = reader;
    this.access = access;
    // The thread must not use the transaction of the request that started it.
    this.executor =
        ManagedExecutor.builder()
            .propagated(ThreadContext.NONE)
            .cleared(ThreadContext.ALL_REMAINING)
            .build();
  }

  /**
   * Starts in the background and returns immediately. Does nothing when a warm-up is already
   * running.
   */
  void start(Officer officer) {
    if (running.compareAndSet(false, true)) {
      executor.execute(() -> run(officer));
    }
  }

  private void run(Officer officer) {
    try {
      QuarkusTransaction.requiringNew().run(() -> unwrap(officer));
    } catch (RuntimeException e) {
      LOG.warnf(
          "Keys cannot be unwrapped before the first search (%s); that search will be slower",
          e.getClass().getName());
    } finally {
      running.set(false);
    }
  }

  private void unwrap(Officer officer) {
    access.asDesk(officer.municipalities());
    Optional<ReportCursor> position = Optional.empty();
    int unwrapped = 0;
    do {
      ReportBatch<ReportKeys> batch =
          reader.fetchKeys(ReportFilter.ALL, officer.municipalities(), position, BATCH_SIZE);
      batch.reports().parallelStream().forEach(reader::cacheKeys);
      unwrapped += BATCH_SIZE;
      position = batch.next();
    } while (position.isPresent() && unwrapped < MAX_REPORTS);
  }
}
