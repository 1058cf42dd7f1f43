package nl.uitweg.desk.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.report.BulkReportReader;
import nl.uitweg.report.ReportFilter;
import nl.uitweg.report.SealedReport;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Unwraps the keys of the newest reports while an officer still types a question: unwrapping takes
 * nearly all of the time of a first search. Remembers keys only, for as long as any search does,
 * and only for who may read the reports.
 */
@Singleton
class KeyWarmUp {

  private static final Logger LOG = Logger.getLogger(KeyWarmUp.class);
  private static final ReportFilter EVERYTHING =
      new ReportFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final int AT_ONCE = 1_000;
  private static final int MOST = 10_000;

  private final BulkReportReader reader;
  private final DatabaseAccess access;
  private final ManagedExecutor executor;
  private final AtomicBoolean going = new AtomicBoolean();

  KeyWarmUp(BulkReportReader reader, DatabaseAccess access, ManagedExecutor executor) {
    this.reader = reader;
    this.access = access;
    this.executor = executor;
  }

  /** Begins and returns at once; nothing when another one is going on. */
  void begin(Officer officer) {
    if (going.compareAndSet(false, true)) {
      executor.execute(() -> go(officer));
    }
  }

  private void go(Officer officer) {
    try {
      QuarkusTransaction.requiringNew().run(() -> unwrap(officer));
    } catch (RuntimeException e) {
      LOG.warnf("Keys were not unwrapped beforehand (%s)", e.getClass().getName());
    } finally {
      going.set(false);
    }
  }

  private void unwrap(Officer officer) {
    access.asDesk(officer.municipalities());
    Optional<SealedReport> last = Optional.empty();
    for (int read = 0; read < MOST; read += AT_ONCE) {
      List<SealedReport> some = reader.fetch(EVERYTHING, officer.municipalities(), last, AT_ONCE);
      some.parallelStream().forEach(reader::unwrap);
      if (some.size() < AT_ONCE) {
        return;
      }
      last = Optional.of(some.get(some.size() - 1));
    }
  }
}
