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
import nl.uitweg.report.Facets;
import nl.uitweg.report.Outcomes;
import nl.uitweg.report.content.Question;

/**
 * Counts the reports of a half-year in the database ({@code portal_count_reports} and {@code
 * portal_count_referred_reports}, which give counts and never a row) and hands out only what {@link
 * Suppression} leaves. Callers open the transaction.
 */
@ApplicationScoped
class Figures {

  private static final String GONE = "gone-";

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

  Map<Dimension, SafeTable> of(HalfYear half) {
    Tally tally = count(half);
    Map<Dimension, SafeTable> safe = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      safe.put(
          dimension,
          Suppression.protect(
              tally.counts(dimension, region.ids(), categories(dimension, half)),
              dimension.guessed()));
    }
    return safe;
  }

  private List<String> categories(Dimension dimension, HalfYear half) {
    return switch (dimension) {
      case MONTH -> half.months();
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

  private Tally count(HalfYear half) {
    Map<String, String> sources = new HashMap<>();
    Question.ROLE
        .options()
        .forEach(role -> sources.put(facets.indexHex(Facets.ROLE, role), source(role)));
    Map<String, String> spoken = new HashMap<>();
    languages.all().forEach(l -> spoken.put(facets.indexHex(Facets.LANGUAGE, l.code()), l.code()));
    Map<String, String> outcomes = new HashMap<>();
    Outcomes.ALL.forEach(one -> outcomes.put(facets.indexHex(Facets.OUTCOME, one), one));
    Tally tally = new Tally();
    List<?> rows =
        database
            .createNativeQuery(
                "select dimension, municipality, category, reports from portal_count_reports(?1, ?2)"
                    + " union all select dimension, municipality, category, reports from"
                    + " portal_count_referred_reports(?1, ?2)",
                Object[].class)
            .setParameter(1, half.first())
            .setParameter(2, half.past())
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      String kind = (String) columns[0];
      String municipality = (String) columns[1];
      String category = (String) columns[2];
      long number = ((Number) columns[3]).longValue();
      if (kind.equals("facet")) {
        if (sources.containsKey(category)) {
          tally.add(Dimension.SOURCE, municipality, sources.get(category), number);
        } else if (spoken.containsKey(category)) {
          tally.add(Dimension.LANGUAGE, municipality, spoken.get(category), number);
        } else if (outcomes.containsKey(category)) {
          tally.add(Dimension.OUTCOME, municipality, outcomes.get(category), number);
        }
      } else if (kind.startsWith(GONE)) {
        gone(tally, kind.substring(GONE.length()), municipality, category, number);
      } else {
        Dimension dimension = Dimension.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        tally.add(dimension, municipality, known(dimension, category), number);
      }
    }
    return tally;
  }

  /** Of a purged report we know the month and the form; and that it was closed. */
  private static void gone(
      Tally tally, String kind, String municipality, String category, long number) {
    if (kind.equals("month")) {
      tally.add(Dimension.MONTH, municipality, category, number);
      tally.add(Dimension.STATE, municipality, "closed", number);
    } else {
      tally.add(Dimension.FORM, municipality, known(Dimension.FORM, category), number);
    }
  }

  private static String known(Dimension dimension, String category) {
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
