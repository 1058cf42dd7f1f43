package nl.uitweg.figures;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and adds published figures, in the caller's transaction. */
@ApplicationScoped
class PublishedFigureStore implements PanacheRepositoryBase<PublishedFigure, PublishedFigure.Key> {

  /**
   * Second key of the two-key advisory lock of publishing: an arbitrary number that all replicas
   * share. The first key, 0, is that of all locks of the desk.
   */
  private static final int PUBLISHING_LOCK = 613_840_211;

  /** Waits until no other transaction publishes figures. */
  void lock() {
    getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(0, ?1) as text)")
        .setParameter(1, PUBLISHING_LOCK)
        .getSingleResult();
  }

  /** The figures that are not withdrawn, newest half-year first. */
  List<PublishedFigure> visible() {
    return list("not withdrawn order by halfYear desc, dimension, position");
  }

  boolean isVisible(String halfYear) {
    return count("halfYear = ?1 and not withdrawn", halfYear) > 0;
  }

  /**
   * Withdraws the figures of a half-year or shows them again. Changes only the column {@code
   * withdrawn}: the desk may change no other.
   *
   * @return number of figures of the half-year
   */
  int setWithdrawn(String halfYear, boolean withdrawn) {
    return update("withdrawn = ?2 where halfYear = ?1", halfYear, withdrawn);
  }
}
