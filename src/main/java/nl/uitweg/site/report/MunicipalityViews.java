package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;

/** View models of the municipalities, for the question where it is and for the screen after it. */
@Singleton
class MunicipalityViews {

  private final Region region;
  private final MunicipalityQuestion question;

  MunicipalityViews(Region region, MunicipalityQuestion question) {
    this.region = region;
    this.question = question;
  }

  /**
   * The field in which a visitor types a postcode or a name.
   *
   * @param shown whether the field is part of the question
   * @param several whether several municipalities were found, of which the visitor chooses one
   */
  record Search(boolean shown, String value, boolean several) {

    static final Search NONE = new Search(false, "", false);
  }

  /**
   * A municipality of the region.
   *
   * @param places its villages and towns, without the one of the same name; empty when there are
   *     none
   */
  record Area(String name, String places) {}

  /**
   * The municipalities of the region.
   *
   * @param few whether the list is short enough to be shown unfolded
   */
  record Areas(List<Area> list, boolean few) {}

  Search search(MunicipalitySearch search) {
    return new Search(
        question.searchable(),
        search.typed(),
        search.outcome() == MunicipalitySearch.Outcome.SEVERAL);
  }

  List<String> shownOptions(AnswerBinder.BindingResult result) {
    return question.shownOptions(
        result.state().choices().getOrDefault(Question.MUNICIPALITY, List.of()), result.search());
  }

  /** The municipality with this id; empty for the options that are no municipality. */
  Optional<Area> byId(String id) {
    return region.byId(id).map(MunicipalityViews::area);
  }

  Areas areas() {
    return new Areas(
        region.municipalities().stream().map(MunicipalityViews::area).toList(),
        !question.searchable());
  }

  private static Area area(Region.Municipality municipality) {
    return new Area(
        municipality.name(),
        municipality.places().stream()
            .filter(place -> !place.equals(municipality.name()))
            .collect(Collectors.joining(", ")));
  }
}
