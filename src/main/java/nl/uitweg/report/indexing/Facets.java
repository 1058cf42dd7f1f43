package nl.uitweg.report.indexing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;

/**
 * The keyed blind indexes of reports (table {@code facet}). They let the desk filter, count and
 * link sealed reports without plaintext in the database. Callers must have started a transaction.
 */
@ApplicationScoped
public class Facets {

  /**
   * Kinds of facet: the {@link Consent} of the reporter, their role and language, the number of
   * people, the labels that officers give, and the outcome. The kinds of traces are defined by the
   * desk.
   */
  public static final String CONSENT = "consent";

  public static final String ROLE = "role";
  public static final String LANGUAGE = "language";

  /** About how many people the report is; only an answer of {@link #COUNTED_PEOPLE}. */
  public static final String PEOPLE = "people";

  /** Options of {@link Question#NUMBER} that say a number. */
  public static final List<String> COUNTED_PEOPLE = List.of("one", "few", "many");

  public static final String LABEL = "label";
  public static final String OUTCOME = "outcome";

  /** Whether words of danger were found; the only value is {@link #FOUND}. */
  public static final String DANGER = "danger";

  public static final String FOUND = "found";

  private static final HexFormat HEX = HexFormat.of();

  private final BlindIndex index;
  private final FacetStore store;

  Facets(BlindIndex index, FacetStore store) {
    this.index = index;
    this.store = store;
  }

  /** Blind index of a value, in hexadecimal, for use in queries. */
  public String indexHex(String kind, String value) {
    return HEX.formatHex(index.of(kind, value));
  }

  /** Adds the facets that follow from the answers of a report. */
  void indexAnswers(UUID report, ReportContent content) {
    add(report, CONSENT, Consent.of(content).name());
    add(report, ROLE, content.choice(Question.ROLE).orElse("none"));
    add(report, LANGUAGE, content.language());
    content
        .choice(Question.NUMBER)
        .filter(COUNTED_PEOPLE::contains)
        .ifPresent(people -> add(report, PEOPLE, people));
  }

  /** Adds a facet to a report; has no effect when the report already has it. */
  public void add(UUID report, String kind, String value) {
    store.add(report, index.of(kind, value), false);
  }

  /**
   * Like {@link #add}, for a trace: an address, number or name by which reports of different
   * municipalities may be compared.
   */
  public void addTrace(UUID report, String kind, String value) {
    store.add(report, index.of(kind, value), true);
  }

  /**
   * Adds values that a report does not have itself, but that are equal in reports with another
   * spelling of what it has. They are neither counted nor shown.
   */
  public void addSimilar(UUID report, String kind, Collection<String> values) {
    store.addSimilar(report, values.stream().map(value -> indexHex(kind, value)).toList());
  }

  /** Adds a facet that was found in a message. It is deleted together with the message. */
  public void addFromMessage(UUID message, UUID report, String kind, String value) {
    store.addFromMessage(message, report, index.of(kind, value), false);
  }

  /** Like {@link #addFromMessage}, for a trace; see {@link #addTrace}. */
  public void addTraceFromMessage(UUID message, UUID report, String kind, String value) {
    store.addFromMessage(message, report, index.of(kind, value), true);
  }

  /** Removes a facet from a report; has no effect when the report does not have it. */
  public void remove(UUID report, String kind, String value) {
    store.remove(report, index.of(kind, value));
  }

  /**
   * Finds which of these values of one kind the reports have.
   *
   * @return values by report id; reports without any of the values are left out
   */
  public Map<UUID, List<String>> of(Collection<UUID> reports, String kind, List<String> values) {
    Map<String, String> byIndex = new HashMap<>();
    values.forEach(value -> byIndex.put(indexHex(kind, value), value));
    Map<UUID, List<String>> valuesByReport = new HashMap<>();
    if (reports.isEmpty() || values.isEmpty()) {
      return valuesByReport;
    }
    for (FacetStore.ReportFacet facet : store.find(reports, byIndex.keySet())) {
      valuesByReport
          .computeIfAbsent(facet.report(), id -> new ArrayList<>())
          .add(byIndex.getOrDefault(facet.index(), ""));
    }
    return valuesByReport;
  }
}
