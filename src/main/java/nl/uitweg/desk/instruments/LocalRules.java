package nl.uitweg.desk.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.TextParameters;
import nl.uitweg.region.Region;

/** The rules of municipalities that belong to an instrument, from {@code region.yaml}. */
final class LocalRules {

  private final Region region;

  /**
   * @throws InvalidContentException when a municipality names an instrument that does not exist
   */
  LocalRules(Region region, List<Instrument> instruments) {
    this.region = region;
    List<String> known = instruments.stream().map(Instrument::id).toList();
    for (Region.Municipality municipality : region.municipalities()) {
      for (String id : municipality.articles().keySet()) {
        if (!known.contains(id)) {
          throw InvalidContentException.in(
              "region.yaml",
              "'articles' of %s names '%s', which is not in content/instruments.yaml"
                  .formatted(municipality.id(), id));
        }
      }
    }
  }

  /**
   * The rules of an instrument, each with the names of the municipalities that have it.
   *
   * @param municipality whose rules are returned, without its name; empty for those of all
   */
  Map<String, String> of(String instrument, Optional<String> municipality) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Region.Municipality one : region.municipalities()) {
      String rule = one.articles().get(instrument);
      if (rule != null && (municipality.isEmpty() || municipality.get().equals(one.id()))) {
        names.computeIfAbsent(rule, key -> new ArrayList<>()).add(one.name());
      }
    }
    Map<String, String> rules = new LinkedHashMap<>();
    names.forEach(
        (rule, list) ->
            rules.put(
                rule, municipality.isPresent() ? "" : TextParameters.list(list, Language.DUTCH)));
    return rules;
  }
}
