package nl.uitweg.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.sealing.UnsealException;
import org.jboss.logging.Logger;

/**
 * The first time the back office meets a report: gives it its {@link Handling} and its {@link
 * Facets}; and looks for more in what the reporter writes later. The public tier cannot do this,
 * for it can open nothing. Runs when an officer opens the inbox or a report and every minute
 * besides; each report is met once, however many replicas run. Callers open the transaction and say
 * for which municipalities.
 */
@ApplicationScoped
public class Meeting {

  private static final Logger LOG = Logger.getLogger(Meeting.class);
  private static final int AT_ONCE = 200;

  private final Reports reports;
  private final Facets facets;
  private final EntityManager database;
  private final Instance<Finder> finders;

  Meeting(Reports reports, Facets facets, EntityManager database, Instance<Finder> finders) {
    this.reports = reports;
    this.facets = facets;
    this.database = database;
    this.finders = finders;
  }

  /** Finds more in a report that is worth a facet; a feature of the back office offers one. */
  public interface Finder {

    /**
     * @param messages what the reporter typed later, by message; found again, it changes nothing
     */
    void find(UUID signal, Report report, Map<UUID, String> messages);
  }

  /**
   * Meets at most 200 reports and 200 messages.
   *
   * @return how many; none means that all are met
   */
  public int meetSome(List<String> municipalities) {
    List<?> news =
        database
            .createNativeQuery(
                "delete from unmet where signal_id in (select signal_id from unmet limit "
                    + AT_ONCE
                    + " for update skip locked) returning signal_id",
                UUID.class)
            .getResultList();
    for (Object id : news) {
      begin((UUID) id, municipalities);
    }
    List<?> said =
        database
            .createNativeQuery(
                "delete from unmet_message where message_id in (select message_id from"
                    + " unmet_message limit "
                    + AT_ONCE
                    + " for update skip locked) returning signal_id",
                UUID.class)
            .getResultList();
    said.stream().distinct().forEach(id -> find((UUID) id, municipalities));
    return news.size() + said.size();
  }

  /** Meets this report, unless it has been met; waits for a replica that is just meeting it. */
  public void meet(UUID id, List<String> municipalities) {
    int unmet =
        database
            .createNativeQuery("delete from unmet where signal_id = ?1")
            .setParameter(1, id)
            .executeUpdate();
    int unheard =
        database
            .createNativeQuery("delete from unmet_message where signal_id = ?1")
            .setParameter(1, id)
            .executeUpdate();
    if (unmet > 0) {
      begin(id, municipalities);
    } else if (unheard > 0) {
      find(id, municipalities);
    }
  }

  private void begin(UUID id, List<String> municipalities) {
    new Handling(id).persist();
    database.flush();
    find(id, municipalities);
  }

  private void find(UUID id, List<String> municipalities) {
    Signal signal = Signal.findById(id);
    try {
      Report report = reports.open(signal, municipalities);
      facets.indexAnswers(id, report);
      Map<UUID, String> messages = reports.typed(signal, municipalities);
      finders.forEach(finder -> finder.find(id, report, messages));
    } catch (UnsealException | IllegalStateException e) {
      LOG.warnf("Report %s does not open", id); // the inbox says so too
    }
  }
}
