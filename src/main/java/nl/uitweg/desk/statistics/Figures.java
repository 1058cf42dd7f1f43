package nl.uitweg.desk.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.referral.Recipient;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.indexing.Outcomes;

/**
 * Counts the reports of a half-year in the database, and returns only the numbers that {@link
 * Suppression} lets through. The database functions {@code portal_count_reports} and {@code
 * portal_count_referred_reports} return counts, never a row of a report. Callers open the
 * transaction.
 */
@ApplicationScoped
class Figures {

  private static final String PURGED_PREFIX = "gone-";

  private final EntityManager database;
  private final Region region;
  private final Facets facets;
  private final Languages languages;

  Figures(EntityManager database, Region region, Facets facets, Languages languages) {
    this.database = database;
    this.region = region;
    this.facets = facets;
    this.languages = languages;
  }

  Map<Dimension, SafeTable> of(HalfYear halfYear) {
    Tally tally = count(halfYear);
    Map<Dimension, SafeTable> tables = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      tables.put(
          dimension,
          Suppression.protect(
              tally.counts(dimension, region.ids(), categories(dimension, halfYear)),
              dimension.inferable()));
    }
    return tables;
  }

  private List<String> categories(Dimension dimension, HalfYear halfYear) {
    return switch (dimension) {
      case MONTH -> halfYear.months();
      case LANGUAGE -> {
        List<String> codes = new ArrayList<>(languages.all().stream().map(l -> l.code()).toList());
        codes.add(Dimension.UNKNOWN);
        yield codes;
      }
      case RECIPIENT -> {
        List<String> keys = new ArrayList<>();
        Stream.of(Recipient.values()).map(Recipient::key).forEach(keys::add);
        keys.addAll(List.of("several", Dimension.UNKNOWN));
        yield keys;
      }
      case OUTCOME -> {
        List<String> keys = new ArrayList<>(Outcomes.ALL);
        keys.add(Dimension.UNKNOWN);
        yield keys;
      }
      default -> dimension.categories();
    };
  }

  private Tally count(HalfYear halfYear) {
    Map<String, String> sourceByFacet = new HashMap<>();
    Question.ROLE
        .options()
        .forEach(role -> sourceByFacet.put(facets.indexHex(Facets.ROLE, role), source(role)));
    Map<String, String> languageByFacet = new HashMap<>();
    languages
        .all()
        .forEach(l -> languageByFacet.put(facets.indexHex(Facets.LANGUAGE, l.code()), l.code()));
    Map<String, String> outcomeByFacet = new HashMap<>();
    Outcomes.ALL.forEach(
        outcome -> outcomeByFacet.put(facets.indexHex(Facets.OUTCOME, outcome), outcome));
    Tally tally = new Tally();
    List<?> rows =
        database
            .createNativeQuery(
                "select dimension, municipality, category, reports from portal_count_reports(?1, ?2)"
                    + " union all select dimension, municipality, category, reports from"
                    + " portal_count_referred_reports(?1, ?2)",
                Object[].class)
            .setParameter(1, halfYear.firstDay())
            .setParameter(2, halfYear.endExclusive())
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      String kind = (String) columns[0];
      String municipality = (String) columns[1];
      String category = (String) columns[2];
      long number = ((Number) columns[3]).longValue();
      if (kind.equals("facet")) {
        if (sourceByFacet.containsKey(category)) {
          tally.add(Dimension.SOURCE, municipality, sourceByFacet.get(category), number);
        } else if (languageByFacet.containsKey(category)) {
          tally.add(Dimension.LANGUAGE, municipality, languageByFacet.get(category), number);
        } else if (outcomeByFacet.containsKey(category)) {
          tally.add(Dimension.OUTCOME, municipality, outcomeByFacet.get(category), number);
        }
      } else if (kind.startsWith(PURGED_PREFIX)) {
        addPurged(tally, kind.substring(PURGED_PREFIX.length()), municipality, category, number);
      } else {
        Dimension dimension = Dimension.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        tally.add(dimension, municipality, toShownCategory(dimension, category), number);
      }
    }
    return tally;
  }

  /**
   * Adds purged reports. Of those, only the month and the form of exploitation are known, and that
   * they were closed.
   */
  private static void addPurged(
      Tally tally, String kind, String municipality, String category, long number) {
    if (kind.equals("month")) {
      tally.add(Dimension.MONTH, municipality, category, number);
      tally.add(Dimension.STATE, municipality, "closed", number);
    } else {
      tally.add(Dimension.FORM, municipality, toShownCategory(Dimension.FORM, category), number);
    }
  }

  private static String toShownCategory(Dimension dimension, String category) {
    return switch (dimension) {
      case STATE ->
          switch (category) {
            case "in_progress", "waiting_for_reporter", "reopened" -> "working";
            default -> category;
          };
      case FORM -> dimension.categories().contains(category) ? category : "unsure";
      default -> category;
    };
  }

  private static String source(String role) {
    return switch (role) {
      case "self" -> "victim";
      case "professional" -> "professional";
      case "rather-not", "none" -> Dimension.UNKNOWN;
      default -> "resident";
    };
  }
}
