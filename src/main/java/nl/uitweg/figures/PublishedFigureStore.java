package nl.uitweg.figures;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads and adds published figures, in the caller's transaction. */
@ApplicationScoped
class PublishedFigureStore implements PanacheRepositoryBase<PublishedFigure, PublishedFigure.Key> {

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
