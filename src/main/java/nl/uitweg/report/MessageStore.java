package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores and finds messages, in the caller's transaction. */
@ApplicationScoped
class MessageStore implements PanacheRepositoryBase<Message, UUID> {

  /** The messages of a report, in the order in which they were sent. */
  List<Message> of(UUID reportId) {
    return list("reportId = ?1 order by position", reportId);
  }

  /**
   * The messages with these ids that belong to the report, in the order in which they were sent.
   */
  List<Message> of(UUID reportId, Collection<UUID> ids) {
    return list("reportId = ?1 and id in ?2 order by position", reportId, ids);
  }

  boolean isStored(UUID id) {
    return count("id = ?1", id) > 0;
  }

  /** Position of the last message of a report; 0 when there is none. */
  int lastPosition(UUID reportId) {
    return getEntityManager()
        .createQuery(
            "select coalesce(max(position), 0) from Message where reportId = ?1", Integer.class)
        .setParameter(1, reportId)
        .getSingleResult();
  }

  long countFromReporter(UUID reportId) {
    return count("reportId = ?1 and fromOfficer = false", reportId);
  }

  /** Ids of the given reports that have a message of the reporter that no officer has read. */
  Set<UUID> reportsWithUnreadMessage(Collection<UUID> reportIds) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                """
                select distinct reportId from Message
                 where read = false and fromOfficer = false and reportId in ?1""",
                UUID.class)
            .setParameter(1, reportIds)
            .getResultList());
  }

  /**
   * Marks the unread messages of one side as read. Waits while another transaction takes one of
   * them back.
   *
   * @return ids of the messages that were unread
   */
  Set<UUID> markRead(UUID reportId, boolean fromOfficer) {
    List<?> marked =
        getEntityManager()
            .createNativeQuery(
                """
                update message set read = true
                 where report_id = :report and from_officer = :fromOfficer and not read
                returning id""",
                UUID.class)
            .setParameter("report", reportId)
            .setParameter("fromOfficer", fromOfficer)
            .getResultList();
    return marked.stream().map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
  }

  /** Positions at which the reporter took back a message, in order. */
  List<Integer> takenBackPositions(UUID reportId) {
    List<?> positions =
        getEntityManager()
            .createNativeQuery(
                "select position from taken_back_message where report_id = :report order by position",
                Integer.class)
            .setParameter("report", reportId)
            .getResultList();
    return positions.stream().map(Integer.class::cast).toList();
  }

  /**
   * Deletes the read messages of the conversation to which this transaction is restricted. A
   * database function does this, because the public tier may not delete rows itself.
   *
   * @return number of deleted messages
   */
  long deleteRead() {
    flush(); // the function deletes what this transaction marked as read
    Long deleted =
        (Long)
            getEntityManager()
                .createNativeQuery("select portal_delete_read_messages()", Long.class)
                .getSingleResult();
    getEntityManager().clear(); // loaded messages may have been deleted
    return deleted;
  }

  /**
   * Takes back an unread message of the reporter in the conversation to which this transaction is
   * restricted. Waits while the desk marks the message as read.
   *
   * @return whether it was taken back
   */
  boolean takeBack(UUID id) {
    flush();
    Object takenBack =
        getEntityManager()
            .createNativeQuery("select portal_take_back_message(:id)", Boolean.class)
            .setParameter("id", id)
            .getSingleResult();
    getEntityManager().clear();
    return Boolean.TRUE.equals(takenBack);
  }
}
