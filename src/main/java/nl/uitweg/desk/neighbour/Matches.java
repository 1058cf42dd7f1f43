package nl.uitweg.desk.neighbour;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.region.Region;
import nl.uitweg.report.Report;

/**
 * The matches of reports with those of other municipalities, as the officer's own side sees them.
 * There are none when the region has no agreement. Callers must have started a transaction.
 */
@Singleton
public class Matches {

  private final MatchStore store;
  private final Region region;

  Matches(MatchStore store, Region region) {
    this.store = store;
    this.region = region;
  }

  /**
   * The other municipalities with which a report has a match that nobody declined.
   *
   * @return ids of municipalities by report id; reports without a match are left out
   */
  public Map<UUID, List<String>> municipalities(Collection<UUID> reports) {
    return find(reports).stream()
        .filter(match -> match.state() != MatchState.DECLINED)
        .collect(
            Collectors.groupingBy(
                MunicipalityMatch::report,
                Collectors.mapping(
                    MunicipalityMatch::municipality,
                    Collectors.collectingAndThen(
                        Collectors.toList(), ids -> ids.stream().distinct().toList()))));
  }

  /** The matches of a report, in a fixed order. */
  List<MunicipalityMatch> of(Report report) {
    return find(List.of(report.id()));
  }

  private List<MunicipalityMatch> find(Collection<UUID> reports) {
    return region.matching().isEmpty() || reports.isEmpty() ? List.of() : store.of(reports);
  }

  /** What a match is about; empty unless both sides agreed. */
  Optional<AgreedMatch> agreed(MunicipalityMatch match) {
    return store.agreed(match);
  }

  /**
   * Stores that the officer wants to consult the other municipality, or declines.
   *
   * @return whether that was possible; not when nobody has the report or somebody declined before
   */
  boolean answer(MunicipalityMatch match, boolean agree, Officer officer) {
    return store.answer(match, agree, officer.name()).isPresent();
  }
}
