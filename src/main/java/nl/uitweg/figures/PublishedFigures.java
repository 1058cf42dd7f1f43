package nl.uitweg.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;

/**
 * The figures on the public site (table {@code published_figure}), as they were on the day they
 * were put there. Holds nothing that may not be shown. Callers open the transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishedFigures {

  private final EntityManager database;

  PublishedFigures(EntityManager database) {
    this.database = database;
  }

  /**
   * One number.
   *
   * @param dimension {@code total}, {@code form} or {@code source}
   * @param reports nothing when it is not shown
   */
  public record Figure(String half, String dimension, String category, OptionalLong reports) {}

  /** All that is public: the newest half-year first, within it in the order of publication. */
  public List<Figure> all() {
    List<?> rows =
        database
            .createNativeQuery(
                "select half, dimension, category, reports from published_figure"
                    + " order by half desc, dimension, place",
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

  /** Whether this half-year is public. */
  public boolean has(String half) {
    return all().stream().anyMatch(figure -> figure.half().equals(half));
  }

  /** Puts these figures, all of one half-year, in the place of what was there for it. */
  public void publish(String half, List<Figure> figures) {
    withdraw(half);
    int place = 0;
    for (Figure figure : figures) {
      database
          .createNativeQuery(
              "insert into published_figure values (?1, ?2, ?3, ?4, cast(?5 as integer))")
          .setParameter(1, half)
          .setParameter(2, figure.dimension())
          .setParameter(3, place++)
          .setParameter(4, figure.category())
          .setParameter(5, figure.reports().isPresent() ? "" + figure.reports().getAsLong() : null)
          .executeUpdate();
    }
  }

  public void withdraw(String half) {
    database
        .createNativeQuery("delete from published_figure where half = ?1")
        .setParameter(1, half)
        .executeUpdate();
  }
}
