package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
 * The keyed blind indexes of reports (table {@code facet}): what lets the desk filter, count and
 * link sealed reports without a plain word in the database. Callers open the transaction.
 */
@ApplicationScoped
public class Facets {

  /**
   * Values from a short list: {@link Consent}, the role of who reports, the language, labels,
   * outcome.
   */
  public static final String CONSENT = "consent";

  public static final String ROLE = "role";
  public static final String LANGUAGE = "language";
  public static final String LABEL = "label";
  public static final String OUTCOME = "outcome";

  private static final HexFormat HEX = HexFormat.of();

  private final BlindIndex index;
  private final EntityManager database;

  Facets(BlindIndex index, EntityManager database) {
    this.index = index;
    this.database = database;
  }

  /** The name of a value, for queries; hexadecimal. */
  public String name(String kind, String value) {
    return HEX.formatHex(index.of(kind, value));
  }

  /** The facets that every report has by its answers. */
  void indexAnswers(UUID report, ReportContent content) {
    add(report, CONSENT, Consent.of(content).name());
    add(report, ROLE, content.choice(Question.ROLE).orElse("none"));
    add(report, LANGUAGE, content.language());
  }

  /** Adding what is there already changes nothing. */
  public void add(UUID report, String kind, String value) {
    database
        .createNativeQuery(
            "insert into facet (report_id, value) values (?1, ?2) on conflict do nothing")
        .setParameter(1, report)
        .setParameter(2, index.of(kind, value))
        .executeUpdate();
  }

  /** What was found in a message; forgotten when the message is deleted. */
  public void addFrom(UUID message, UUID report, String kind, String value) {
    database
        .createNativeQuery(
            "insert into facet (report_id, value, message_id) values (?1, ?2, ?3)"
                + " on conflict do nothing")
        .setParameter(1, report)
        .setParameter(2, index.of(kind, value))
        .setParameter(3, message)
        .executeUpdate();
  }

  public void remove(UUID report, String kind, String value) {
    database
        .createNativeQuery("delete from facet where report_id = ?1 and value = ?2")
        .setParameter(1, report)
        .setParameter(2, index.of(kind, value))
        .executeUpdate();
  }

  /**
   * Which of these values of one kind the reports have.
   *
   * @return report → values
   */
  public Map<UUID, List<String>> of(Collection<UUID> reports, String kind, List<String> values) {
    Map<String, String> byName = new HashMap<>();
    values.forEach(value -> byName.put(name(kind, value), value));
    Map<UUID, List<String>> found = new HashMap<>();
    if (reports.isEmpty() || values.isEmpty()) {
      return found;
    }
    List<?> rows =
        database
            .createNativeQuery(
                "select report_id, encode(value, 'hex') from facet where report_id in (?1) and"
                    + " encode(value, 'hex') in (?2)",
                Object[].class)
            .setParameter(1, reports)
            .setParameter(2, byName.keySet())
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      found
          .computeIfAbsent((UUID) columns[0], id -> new java.util.ArrayList<>())
          .add(byName.getOrDefault((String) columns[1], ""));
    }
    return found;
  }
}
