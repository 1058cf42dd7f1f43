package nl.uitweg.report.indexing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Handling;
import nl.uitweg.report.ReceivedReports;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.indexing.PendingReportStore.Pending;
import org.jboss.logging.Logger;

/**
 * Indexes new reports and messages on the desk tier. A new report gets its {@link Handling} and its
 * {@link Facets}, and its fingerprint is recorded ({@link ReceivedReports}). A new message of the
 * reporter is searched for more facets. The public tier cannot index, because it cannot decrypt.
 * Runs when an officer opens the inbox or opens, takes or assigns a report, and every minute. Each
 * report is indexed once, however many replicas run.
 *
 * <p>Indexing has its own transactions and throws nothing, so that the page of an officer works
 * when indexing fails. When a batch fails, each of its reports is indexed in a transaction of its
 * own: a failed statement ends a transaction, and a savepoint does not help, because Hibernate
 * marks the whole transaction for rollback. A report that fails stays pending and is tried again
 * later, after the others.
 */
@ApplicationScoped
public class ReportIndexer {

  private static final Logger LOG = Logger.getLogger(ReportIndexer.class);
  private static final int BATCH_SIZE = 50;

  /**
   * A batch starts no further report after this time, so that it is committed long before its
   * transaction times out. One report takes about a second at most, and may wait a few seconds for
   * a lock.
   */
  private static final Duration MAX_DURATION = Duration.ofSeconds(10);

  /**
   * How long a page waits while another thread indexes; after that it is shown without indexing.
   */
  private static final Duration MAX_WAIT = Duration.ofSeconds(2);

  private final Reports reports;
  private final Facets facets;
  private final PendingReportStore pendingReports;
  private final DatabaseAccess access;
  private final Instance<FacetFinder> finders;
  private final ReceivedReports received;

  /**
   * One thread indexes at a time. Callers may hold a database connection while this class needs
   * another one; without this lock, they could wait for each other.
   */
  private final Lock turn = new ReentrantLock(true);

  ReportIndexer(
      Reports reports,
      Facets facets,
      PendingReportStore pendingReports,
      DatabaseAccess access,
      Instance<FacetFinder> finders,
      ReceivedReports received) {
    this.reports = reports;
    this.facets = facets;
    this.pendingReports = pendingReports;
    this.access = access;
    this.finders = finders;
    this.received = received;
  }

  /** Finds additional facets in a report. Implemented by features of the desk. */
  public interface FacetFinder {

    /**
     * Adds the facets that it finds. Must be idempotent.
     *
     * @param messages free texts of new messages of the reporter, by message id
     */
    void find(UUID report, ReportContent content, Map<UUID, String> messages);
  }

  /**
   * Indexes pending reports and messages that have not failed before, at most {@value #BATCH_SIZE}
   * of each. The caller must have started a transaction with access for the municipalities, and
   * must not have locked or changed a report in it.
   */
  public void indexPending(List<String> municipalities) {
    if (pendingReports.anyUntried()) {
      indexBatch(municipalities);
    }
  }

  /**
   * Indexes this report and its messages unless they have been indexed. Waits while another replica
   * indexes the report. The conditions for callers of {@link #indexPending} apply.
   */
  public void index(UUID id, List<String> municipalities) {
    if (pendingReports.contains(id)) {
      inTurn(() -> indexAlone(id, municipalities));
    }
  }

  /** Indexes this report, and then other pending reports as {@link #indexPending} does. */
  public void indexFirst(UUID id, List<String> municipalities) {
    index(id, municipalities);
    indexPending(municipalities);
  }

  /**
   * As {@link #indexPending}, for callers without a transaction.
   *
   * @return number of reports that were indexed or failed; 0 when there are no more to try, or when
   *     another thread is still indexing
   */
  public int indexBatch(List<String> municipalities) {
    return inTurn(
        () -> {
          List<UUID> batch = new ArrayList<>();
          try {
            return indexBatch(municipalities, batch);
          } catch (RuntimeException e) {
            LOG.warnf("A batch of %d reports was not indexed: %s", batch.size(), nameOf(e));
            return indexEachAlone(batch, municipalities);
          }
        });
  }

  /**
   * Tries reports again that failed before, at most {@value #BATCH_SIZE}, those with the fewest
   * attempts first. The caller has no transaction.
   */
  public void retryFailed(List<String> municipalities) {
    List<UUID> failed = new ArrayList<>();
    try {
      inTransaction(
          municipalities,
          () -> {
            failed.addAll(pendingReports.failed(BATCH_SIZE));
            return failed.size();
          });
    } catch (RuntimeException e) {
      LOG.warnf("The list of reports to index again cannot be read: %s", nameOf(e));
    }
    failed.forEach(id -> inTurn(() -> indexAlone(id, municipalities)));
  }

  /**
   * Indexes a batch in one transaction.
   *
   * @param batch receives the ids of the reports in the batch, even when indexing fails
   * @return number of indexed reports
   */
  private int indexBatch(List<String> municipalities, List<UUID> batch) {
    long start = System.nanoTime();
    return inTransaction(
        municipalities,
        () -> {
          List<Pending> found = pendingReports.lockUntried(BATCH_SIZE);
          found.forEach(pending -> batch.add(pending.report()));
          int count = 0;
          for (Pending pending : found) {
            if (isTimeUp(start)) {
              break;
            }
            index(pending, municipalities);
            count++;
          }
          return count;
        });
  }

  private int indexEachAlone(List<UUID> batch, List<String> municipalities) {
    long start = System.nanoTime();
    int count = 0;
    for (UUID id : batch) {
      if (isTimeUp(start)) {
        break;
      }
      count += indexAlone(id, municipalities);
    }
    return count;
  }

  private static boolean isTimeUp(long start) {
    return System.nanoTime() - start > MAX_DURATION.toNanos();
  }

  /**
   * Indexes one report in a transaction of its own; counts the attempt when indexing fails.
   *
   * @return number of reports that were indexed or whose attempt was counted
   */
  private int indexAlone(UUID id, List<String> municipalities) {
    try {
      return inTransaction(
          municipalities,
          () -> {
            List<Pending> found = pendingReports.lock(id, BATCH_SIZE);
            found.forEach(pending -> index(pending, municipalities));
            return found.size();
          });
    } catch (RuntimeException e) {
      LOG.warnf("Report %s was not indexed and will be tried again: %s", id, nameOf(e));
      return countAttempt(id, municipalities);
    }
  }

  private int countAttempt(UUID id, List<String> municipalities) {
    try {
      return inTransaction(municipalities, () -> pendingReports.countAttempt(id));
    } catch (RuntimeException e) {
      LOG.warnf("The attempt to index report %s was not counted: %s", id, nameOf(e));
      return 0;
    }
  }

  /** Name of an exception. Its message may contain values of a row, which must not be logged. */
  private static String nameOf(RuntimeException e) {
    return e.getClass().getName();
  }

  private int inTurn(IntSupplier work) {
    try {
      if (!turn.tryLock(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
    try {
      return work.getAsInt();
    } finally {
      turn.unlock();
    }
  }

  private int inTransaction(List<String> municipalities, IntSupplier work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              access.asDesk(municipalities);
              return work.getAsInt();
            });
  }

  private void index(Pending pending, List<String> municipalities) {
    UUID id = pending.report();
    if (pending.isNew()) {
      reports.createHandling(id);
    }
    Optional<Report> report = reports.findVisible(id, municipalities);
    report.ifPresent(found -> addFacets(found, pending.messages(), municipalities));
    pendingReports.removeMessages(pending.messages());
    if (pending.isNew()) {
      report.ifPresent(received::record);
      // Last, because a report without a recorded fingerprint can be decrypted only while pending.
      pendingReports.removeReport(id);
    }
    pendingReports.clearLoaded();
  }

  /**
   * Adds the facets of a report. What cannot be decrypted or read gets no facets, and the report
   * counts as indexed, because anyone with the public keysets can seal arbitrary content as a
   * report.
   */
  private void addFacets(Report report, List<UUID> newMessages, List<String> municipalities) {
    UUID id = report.id();
    try {
      ReportContent content = reports.open(report, municipalities);
      facets.indexAnswers(id, content);
      Map<UUID, String> messages = reports.reporterTexts(report, newMessages, municipalities);
      finders.forEach(finder -> finder.find(id, content, messages));
    } catch (PersistenceException e) {
      throw e; // the transaction can no longer be used
    } catch (UnsealException | RuntimeException e) {
      LOG.warnf("Report %s cannot be decrypted", id); // the inbox shows this too
    }
  }
}
