package nl.uitweg.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;

/**
 * The figures on the public site (table {@code published_figure}): only those that may be shown.
 * Figures never change after the first publication of their half-year, so that nobody can calculate
 * a withheld small number by comparing two publications. Callers must have started a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishedFigures {

  private final PublishedFigureStore store;

  PublishedFigures(PublishedFigureStore store) {
    this.store = store;
  }

  /**
   * One published figure.
   *
   * @param halfYear key of the half-year, as {@code HalfYear.key()} gives it
   * @param dimension {@code total}, {@code form} or {@code source}
   * @param reports number of reports; empty when the number is withheld
   */
  public record Figure(String halfYear, String dimension, String category, OptionalLong reports) {}

  /**
   * All figures of half-years that are not withdrawn: newest half-year first, then by dimension,
   * then in the order in which they were given to {@link #publish}.
   */
  public List<Figure> all() {
    return store.visible().stream().map(PublishedFigure::figure).toList();
  }

  /** Whether figures of this half-year are published. */
  public boolean isPublished(String halfYear) {
    return store.isVisible(halfYear);
  }

  /**
   * Publishes a half-year. If it was published before, the figures of that first publication are
   * shown again and the given ones are ignored.
   */
  public void publish(String halfYear, List<Figure> figures) {
    store.lock();
    if (store.setWithdrawn(halfYear, false) == 0) {
      int position = 0;
      for (Figure figure : figures) {
        store.persist(new PublishedFigure(figure, halfYear, position++));
      }
    }
  }

  /** Hides the figures of a half-year. */
  public void withdraw(String halfYear) {
    store.setWithdrawn(halfYear, true);
  }
}
