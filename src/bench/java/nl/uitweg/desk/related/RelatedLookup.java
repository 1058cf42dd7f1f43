package nl.uitweg.desk.related;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.uitweg.desk.address.AddressIndexes.Index;
import nl.uitweg.desk.address.Certainty;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import org.postgresql.PGConnection;

/**
 * Stores and looks up the indexes of addresses over JDBC, with the query of {@link LinkStore}, for
 * {@code bin/bench matching}.
 */
public final class RelatedLookup {

  private static final HexFormat HEX = HexFormat.of();

  private final Traces traces;
  private final BlindIndex index;

  public RelatedLookup(Region region, BlindIndex index) {
    this.traces = new Traces(region);
    this.index = index;
  }

  /** Adds the indexes of the addresses in these texts, as the desk does when it indexes reports. */
  public void store(Connection connection, Map<UUID, String> texts, String municipality)
      throws SQLException, IOException {
    StringBuilder exact = new StringBuilder();
    StringBuilder similar = new StringBuilder();
    texts.forEach(
        (report, text) -> {
          for (FoundTrace found : traces.find(content(text, municipality), List.of())) {
            found.exact().forEach(value -> append(exact, report, value));
            found.similar().forEach(value -> append(similar, report, value));
          }
        });
    copy(connection, "facet", exact);
    copy(connection, "similar_facet", similar);
  }

  private void append(StringBuilder rows, UUID report, Index value) {
    rows.append(report).append("\t\\\\x").append(hex(value)).append('\n');
  }

  private static void copy(Connection connection, String table, StringBuilder rows)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy " + table + " (report_id, value) from stdin", new StringReader(rows.toString()));
  }

  /**
   * Number of other reports of the last twelve months that name the address in a text, as an
   * officer of the municipality sees them: with the role and the row-level security of the desk.
   */
  public int find(Connection connection, UUID report, String text, String municipality)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select set_config('role', 'portal_backoffice', true),"
              + " set_config('portal.municipalities', '"
              + municipality
              + "', true)");
    }
    int count = 0;
    for (FoundTrace found : traces.find(content(text, municipality), List.of())) {
      Map<String, Certainty> lookups = new LinkedHashMap<>();
      found.lookups().forEach((value, certainty) -> lookups.put(hex(value), certainty));
      count += count(connection, report, lookups);
    }
    connection.rollback();
    return count;
  }

  private static int count(Connection connection, UUID report, Map<String, Certainty> lookups)
      throws SQLException {
    String certainties =
        lookups.values().stream()
            .map(certainty -> Integer.toString(certainty.rank()))
            .collect(Collectors.joining(","));
    Map<String, Object> parameters =
        Map.of(
            "indexes", String.join(",", lookups.keySet()),
            "certainties", certainties,
            "report", report.toString(),
            "since", LocalDate.now(DutchTime.ZONE).minusMonths(12),
            "limit", RelatedReports.MAX_REPORTS_PER_TRACE + 1);
    List<String> order =
        Pattern.compile("(?<!:):(\\w+)")
            .matcher(LinkStore.RELATED)
            .results()
            .map(name -> name.group(1))
            .toList();
    String sql = LinkStore.RELATED.replaceAll("(?<!:):\\w+", "?");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < order.size(); i++) {
        query.setObject(i + 1, parameters.getOrDefault(order.get(i), ""));
      }
      try (ResultSet rows = query.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        return count;
      }
    }
  }

  private String hex(Index value) {
    return HEX.formatHex(index.of(value.kind(), value.value()));
  }

  private static ReportContent content(String text, String municipality) {
    return new ReportContent(
        "nl",
        Instant.EPOCH,
        Map.of(Question.MUNICIPALITY, List.of(municipality)),
        Map.of(Question.WHAT, text));
  }
}
