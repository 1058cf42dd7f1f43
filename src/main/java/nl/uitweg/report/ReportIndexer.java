package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.BeforeCommitTasks;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ReportContent;
import org.jboss.logging.Logger;

/**
 * Indexes new reports and messages on the desk tier. A new report gets its {@link Handling} and its
 * {@link Facets}, and its fingerprint is recorded ({@link ReceivedReports}). A new message of the
 * reporter is searched for more facets. The public tier cannot index, because it cannot decrypt.
 * Runs when an officer opens the inbox or a report, and every minute. Each report is indexed once,
 * however many replicas run. Callers must have started a transaction with access for the given
 * municipalities, and call one method once in it.
 */
@ApplicationScoped
public class ReportIndexer {

  private static final Logger LOG = Logger.getLogger(ReportIndexer.class);
  private static final int BATCH_SIZE = 200;

  private final Reports reports;
  private final Facets facets;
  private final EntityManager database;
  private final Instance<FacetFinder> finders;
  private final ReceivedReports received;
  private final BeforeCommitTasks beforeCommit;

  ReportIndexer(
      Reports reports,
      Facets facets,
      EntityManager database,
      Instance<FacetFinder> finders,
      ReceivedReports received,
      BeforeCommitTasks beforeCommit) {
    this.received = received;
    this.beforeCommit = beforeCommit;
    this.reports = reports;
    this.facets = facets;
    this.database = database;
    this.finders = finders;
  }

  /** Finds additional facets in a report. Implemented by features of the desk. */
  public interface FacetFinder {

    /**
     * Adds the facets that it finds. Must be idempotent.
     *
     * @param messages free texts of the messages of the reporter, by message id
     */
    void find(UUID report, ReportContent content, Map<UUID, String> messages);
  }

  /**
   * Indexes pending reports and messages, at most {@value #BATCH_SIZE} of each.
   *
   * @return number of indexed reports and messages; 0 when none were pending
   */
  public int indexPending(List<String> municipalities) {
    List<UUID> indexed = new ArrayList<>();
    int count = indexBatch(municipalities, indexed);
    record(indexed);
    return count;
  }

  /**
   * Indexes this report unless it has been indexed. Waits for another replica that is indexing it.
   */
  public void index(UUID id, List<String> municipalities) {
    List<UUID> indexed = new ArrayList<>();
    index(id, municipalities, indexed);
    record(indexed);
  }

  /** Indexes this report, and then others as {@link #indexPending} does. */
  public void indexFirst(UUID id, List<String> municipalities) {
    List<UUID> indexed = new ArrayList<>();
    index(id, municipalities, indexed);
    indexBatch(municipalities, indexed);
    record(indexed);
  }

  private int indexBatch(List<String> municipalities, List<UUID> indexed) {
    List<?> pending =
        database
            .createNativeQuery(
                // A report that somebody has locked is skipped, so that it does not hold up the
                // others.
                "select q.report_id from report_to_index q join report r on r.id = q.report_id limit "
                    + BATCH_SIZE
                    + " for update of q skip locked for key share of r skip locked",
                UUID.class)
            .getResultList();
    pending.stream()
        .map(UUID.class::cast)
        .filter(id -> !indexed.contains(id))
        .forEach(id -> startIndexing(id, municipalities, indexed));
    List<?> messages =
        database
            .createNativeQuery(
                "delete from message_to_index where message_id in (select message_id from"
                    + " message_to_index limit "
                    + BATCH_SIZE
                    + " for update skip locked) returning report_id",
                UUID.class)
            .getResultList();
    messages.stream()
        .distinct()
        .map(UUID.class::cast)
        .filter(id -> !indexed.contains(id))
        .forEach(id -> addFacets(id, municipalities));
    return pending.size() + messages.size();
  }

  private void index(UUID id, List<String> municipalities, List<UUID> indexed) {
    boolean pending =
        !database
            .createNativeQuery(
                "select report_id from report_to_index where report_id = ?1 for update", UUID.class)
            .setParameter(1, id)
            .getResultList()
            .isEmpty();
    int pendingMessages =
        database
            .createNativeQuery("delete from message_to_index where report_id = ?1")
            .setParameter(1, id)
            .executeUpdate();
    if (pending) {
      startIndexing(id, municipalities, indexed);
    } else if (pendingMessages > 0) {
      addFacets(id, municipalities);
    }
  }

  /**
   * Records the fingerprints just before the commit, because recording takes the lock on the audit
   * chain. A report stays in the table of pending reports until it is recorded.
   */
  private void record(List<UUID> indexed) {
    if (!indexed.isEmpty()) {
      beforeCommit.add(() -> recordNow(indexed));
    }
  }

  private void recordNow(List<UUID> indexed) {
    for (UUID id : indexed) {
      load(id).ifPresent(received::record);
      database
          .createNativeQuery("delete from report_to_index where report_id = ?1")
          .setParameter(1, id)
          .executeUpdate();
    }
  }

  private void startIndexing(UUID id, List<String> municipalities, List<UUID> indexed) {
    new Handling(id).persist();
    database.flush();
    indexed.add(id);
    addFacets(id, municipalities);
  }

  /**
   * Adds the facets of a report. Anyone with the public keysets can seal arbitrary content as a
   * report, so a report that cannot be read is logged and must not stop the indexing of others.
   */
  private void addFacets(UUID id, List<String> municipalities) {
    load(id).ifPresent(report -> addFacets(report, municipalities));
  }

  private void addFacets(Report report, List<String> municipalities) {
    UUID id = report.id();
    try {
      ReportContent content = reports.open(report, municipalities);
      facets.indexAnswers(id, content);
      Map<UUID, String> messages = reports.reporterTexts(report, municipalities);
      finders.forEach(finder -> finder.find(id, content, messages));
    } catch (UnsealException | RuntimeException e) {
      LOG.warnf("Report %s cannot be decrypted", id); // the inbox shows this too
    }
  }

  private static Optional<Report> load(UUID id) {
    try {
      return Report.findByIdOptional(id);
    } catch (RuntimeException e) {
      LOG.warnf("The database row of report %s cannot be read", id);
      return Optional.empty();
    }
  }
}
