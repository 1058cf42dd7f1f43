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
 * Indexes a report the first time the desk sees it: gives it its {@link Handling} and its {@link
 * Facets}, and records what it is ({@link ReceivedReports}); and looks for more in what the
 * reporter writes later. The public tier cannot do this, for it can open nothing. Runs when an
 * officer opens the inbox or a report and every minute besides; each report is indexed once,
 * however many replicas run. Callers open the transaction, say for which municipalities, and call
 * one of the methods once in it.
 */
@ApplicationScoped
public class ReportIndexer {

  private static final Logger LOG = Logger.getLogger(ReportIndexer.class);
  private static final int AT_ONCE = 200;

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

  /** Finds more in a report that is worth a facet; a feature of the desk offers one. */
  public interface FacetFinder {

    /**
     * @param messages what the reporter typed later, by message; found again, it changes nothing
     */
    void find(UUID report, ReportContent content, Map<UUID, String> messages);
  }

  /**
   * Indexes at most 200 reports and 200 messages.
   *
   * @return how many; none means that all are indexed
   */
  public int indexPending(List<String> municipalities) {
    List<UUID> first = new ArrayList<>();
    int indexed = indexWaiting(municipalities, first);
    record(first);
    return indexed;
  }

  /** Indexes this report, unless it has been; waits for a replica that is just doing it. */
  public void index(UUID id, List<String> municipalities) {
    List<UUID> first = new ArrayList<>();
    index(id, municipalities, first);
    record(first);
  }

  /** Indexes this report and then some others, as {@link #indexPending} does. */
  public void indexFirst(UUID id, List<String> municipalities) {
    List<UUID> first = new ArrayList<>();
    index(id, municipalities, first);
    indexWaiting(municipalities, first);
    record(first);
  }

  private int indexWaiting(List<String> municipalities, List<UUID> first) {
    List<?> pending =
        database
            .createNativeQuery(
                "select report_id from report_to_index limit "
                    + AT_ONCE
                    + " for update skip locked",
                UUID.class)
            .getResultList();
    pending.stream()
        .map(UUID.class::cast)
        .filter(id -> !first.contains(id))
        .forEach(id -> begin(id, municipalities, first));
    List<?> messages =
        database
            .createNativeQuery(
                "delete from message_to_index where message_id in (select message_id from"
                    + " message_to_index limit "
                    + AT_ONCE
                    + " for update skip locked) returning report_id",
                UUID.class)
            .getResultList();
    messages.stream()
        .distinct()
        .map(UUID.class::cast)
        .filter(id -> !first.contains(id))
        .forEach(id -> find(id, municipalities));
    return pending.size() + messages.size();
  }

  private void index(UUID id, List<String> municipalities, List<UUID> first) {
    boolean waiting =
        !database
            .createNativeQuery(
                "select report_id from report_to_index where report_id = ?1 for update", UUID.class)
            .setParameter(1, id)
            .getResultList()
            .isEmpty();
    int unreadMessages =
        database
            .createNativeQuery("delete from message_to_index where report_id = ?1")
            .setParameter(1, id)
            .executeUpdate();
    if (waiting) {
      begin(id, municipalities, first);
    } else if (unreadMessages > 0) {
      find(id, municipalities);
    }
  }

  /**
   * At the end of the transaction, which may have more to do: a report is waiting to be indexed or
   * recorded, never neither, and what is recorded others wait for.
   */
  private void record(List<UUID> first) {
    if (!first.isEmpty()) {
      beforeCommit.add(() -> recordNow(first));
    }
  }

  private void recordNow(List<UUID> first) {
    for (UUID id : first) {
      load(id).ifPresent(received::record);
      database
          .createNativeQuery("delete from report_to_index where report_id = ?1")
          .setParameter(1, id)
          .executeUpdate();
    }
  }

  private void begin(UUID id, List<String> municipalities, List<UUID> first) {
    new Handling(id).persist();
    database.flush();
    first.add(id);
    find(id, municipalities);
  }

  /**
   * Whoever has the public keysets can seal whatever they like in a report: one that cannot be read
   * must not keep the desk from the others.
   */
  private void find(UUID id, List<String> municipalities) {
    load(id).ifPresent(report -> find(report, municipalities));
  }

  private void find(Report report, List<String> municipalities) {
    UUID id = report.id();
    try {
      ReportContent content = reports.open(report, municipalities);
      facets.indexAnswers(id, content);
      Map<UUID, String> messages = reports.typed(report, municipalities);
      finders.forEach(finder -> finder.find(id, content, messages));
    } catch (UnsealException | RuntimeException e) {
      LOG.warnf("Report %s does not open", id); // the inbox says so too
    }
  }

  private static Optional<Report> load(UUID id) {
    try {
      return Report.findByIdOptional(id);
    } catch (RuntimeException e) {
      LOG.warnf("The row of report %s cannot be read", id);
      return Optional.empty();
    }
  }
}
