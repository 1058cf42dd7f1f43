package nl.uitweg.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;

/**
 * Repository of the figures on the public site (table {@code published_figure}). It contains only
 * figures that may be shown. Figures never change after the first publication of their half-year,
 * so that nobody can calculate a withheld small number by comparing two publications. Callers must
 * have started a transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishedFigures {

  private final EntityManager database;

  PublishedFigures(EntityManager database) {
    this.database = database;
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
    List<?> rows =
        database
            .createNativeQuery(
                "select half, dimension, category, reports from published_figure"
                    + " where not withdrawn order by half desc, dimension, place",
                Object[].class)
            .getResultList();
    return rows.stream().map(PublishedFigures::figure).toList();
  }

  private static Figure figure(Object row) {
    Object[] columns = (Object[]) row;
    return new Figure(
        (String) columns[0],
        (String) columns[1],
        (String) columns[2],
        columns[3] instanceof Number number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty());
  }

  /** Whether figures of this half-year are published. */
  public boolean isPublished(String halfYear) {
    return all().stream().anyMatch(figure -> figure.halfYear().equals(halfYear));
  }

  /**
   * Publishes a half-year. If it was published before, the figures of that first publication are
   * shown again and the given ones are ignored.
   */
  public void publish(String halfYear, List<Figure> figures) {
    if (setWithdrawn(halfYear, false) == 0) {
      insert(halfYear, figures);
    }
  }

  /** Hides the figures of a half-year. */
  public void withdraw(String halfYear) {
    setWithdrawn(halfYear, true);
  }

  private int setWithdrawn(String halfYear, boolean withdrawn) {
    return database
        .createNativeQuery("update published_figure set withdrawn = ?2 where half = ?1")
        .setParameter(1, halfYear)
        .setParameter(2, withdrawn)
        .executeUpdate();
  }

  private void insert(String halfYear, List<Figure> figures) {
    int position = 0;
    for (Figure figure : figures) {
      database
          .createNativeQuery(
              "insert into published_figure values (?1, ?2, ?3, ?4, cast(?5 as integer))")
          .setParameter(1, halfYear)
          .setParameter(2, figure.dimension())
          .setParameter(3, position++)
          .setParameter(4, figure.category())
          .setParameter(5, figure.reports().isPresent() ? "" + figure.reports().getAsLong() : null)
          .executeUpdate();
    }
  }
}
