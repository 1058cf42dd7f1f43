package nl.uitweg.figures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A stored figure of a half-year, with its position among the figures of that half-year. */
@Entity
@Table(name = "published_figure")
@IdClass(PublishedFigure.Key.class)
class PublishedFigure {

  @Id
  @Column(name = "half")
  String halfYear;

  @Id @Column String dimension;

  @Id
  @Column(name = "place")
  int position;

  @Column String category;

  /** Number of reports; null when it is withheld. */
  @Column @Nullable Integer reports;

  @Column boolean withdrawn;

  record Key(String halfYear, String dimension, int position) implements Serializable {}

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected PublishedFigure() {}

  PublishedFigure(PublishedFigures.Figure figure, String halfYear, int position) {
    this.halfYear = halfYear;
    this.dimension = figure.dimension();
    this.position = position;
    this.category = figure.category();
    this.reports =
        figure.reports().isPresent() ? Math.toIntExact(figure.reports().getAsLong()) : null;
  }

  PublishedFigures.Figure figure() {
    return new PublishedFigures.Figure(
        halfYear,
        dimension,
        category,
        reports == null ? OptionalLong.empty() : OptionalLong.of(reports));
  }
}
