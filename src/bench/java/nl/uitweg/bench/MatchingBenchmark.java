package nl.uitweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.demo.EmbeddedDatabase;
import nl.uitweg.desk.address.Certainty;
import nl.uitweg.desk.address.MatchingEvaluation;
import nl.uitweg.desk.related.RelatedLookup;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.region.Region;
import nl.uitweg.seed.Seed;
import nl.uitweg.seed.SeedCommand;

/**
 * Run by {@code bin/bench matching}: what the matching of addresses finds and mistakes in invented
 * spellings, and the time to find the related reports of a report for a growing number of reports
 * in PostgreSQL. Every report has an address; ten are about one house.
 */
public final class MatchingBenchmark {

  private static final String MUNICIPALITY = "zandvoort";
  private static final int STREETS = 400;
  private static final int NUMBERS = 200;
  private static final int BATCH_SIZE = 10_000;

  /** Spellings of one address, of which nine are found from each. */
  private static final List<String> HOUSE =
      List.of(
          "hogeweg 12",
          "Hoge Weg 12",
          "Hoge Weg nr. 12",
          "in het huis op de Hogeweg 12",
          "Hogewg 12",
          "Hoogeweg 12",
          "Hogeweg 12, 2042 AB Zandvoort",
          "12 Hogeweg",
          "op de hogeweg, nummer twaalf",
          "Hogewge 12");

  private final EmbeddedDatabase database;
  private final Path keys;
  private final RelatedLookup lookup;
  private final Measurements measurements = new Measurements();
  private final Map<UUID, String> house = new LinkedHashMap<>();
  private int reports;

  private MatchingBenchmark(EmbeddedDatabase database, Path keys, Region region) {
    this.database = database;
    this.keys = keys;
    this.lookup = new RelatedLookup(region, BlindIndex.read(keys.resolve("private")));
  }

  /**
   * @param arguments numbers of reports, smallest first
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("uitweg-bench");
    Region region = Region.read(Path.of("content/region"));
    Path keys = folder.resolve("keys");
    KeyFolder.createIfMissing(keys, region.ids());
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"))) {
      MatchingBenchmark benchmark = new MatchingBenchmark(database, keys, region);
      benchmark.evaluate();
      for (String argument : arguments) {
        benchmark.growTo(Integer.parseInt(argument.replaceAll("[_,]", "")));
        benchmark.measure();
      }
      benchmark.measurements.finish("matching");
    } finally {
      deleteFolder(folder);
    }
    System.exit(0);
  }

  /** Prints totals only, so that the half that is held back stays unknown. */
  private void evaluate() throws IOException {
    System.out.println("| half | links that are | found | | false | |\n|---|---|---|---|---|---|");
    for (String half : MatchingEvaluation.HALVES) {
      MatchingEvaluation evaluation = MatchingEvaluation.of(half);
      System.out.print(evaluation.rows(half));
      for (Certainty least : Certainty.values()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("half", half);
        row.put("least", least.name());
        row.put("pairs", evaluation.pairs());
        row.put("found", evaluation.found(least));
        row.put("false", evaluation.falseLinks(least));
        row.put("texts_mistaken_for_an_address", evaluation.mistaken());
        measurements.addFigures(row);
      }
    }
  }

  private void growTo(int target) throws Exception {
    Seed.fill(
        SeedCommand.of(
            Integer.toString(target - reports),
            "--to=" + database.jdbcUrl(),
            "--user=" + database.superuser(),
            "--password=",
            "--keys=" + keys,
            "--months=" + SeedCommand.months(target),
            "--seed=" + target));
    reports = target;
    try (Connection connection = connect(database.superuser())) {
      List<UUID> withoutAddress =
          ids(
              connection,
              "select id from report r where not exists"
                  + " (select from similar_facet f where f.report_id = r.id)");
      if (house.isEmpty()) {
        List<UUID> newest =
            ids(
                connection,
                "select id from report where municipality = '"
                    + MUNICIPALITY
                    + "' and state not in ('SPAM', 'WITHDRAWN') order by received_on desc limit "
                    + HOUSE.size());
        for (int i = 0; i < HOUSE.size(); i++) {
          house.put(newest.get(i), HOUSE.get(i));
        }
        lookup.store(connection, house, MUNICIPALITY);
        withoutAddress.removeAll(newest);
      }
      storeAddresses(connection, withoutAddress);
      try (Statement statement = connection.createStatement()) {
        statement.execute("vacuum (analyze)");
      }
    }
  }

  private void storeAddresses(Connection connection, List<UUID> ids)
      throws SQLException, IOException {
    SplittableRandom random = new SplittableRandom(reports);
    for (int from = 0; from < ids.size(); from += BATCH_SIZE) {
      Map<UUID, String> texts = new LinkedHashMap<>();
      for (UUID id : ids.subList(from, Math.min(ids.size(), from + BATCH_SIZE))) {
        String street = street(random.nextInt(STREETS));
        texts.put(id, "In de " + street + " " + (1 + random.nextInt(NUMBERS)));
      }
      lookup.store(connection, texts, MUNICIPALITY);
    }
  }

  /** An invented name of a street; no two differ in one letter. */
  private static String street(int number) {
    String syllables = "balekimotu";
    StringBuilder name = new StringBuilder();
    for (int rest = number + 10; rest > 0; rest /= 5) {
      name.append(syllables, rest % 5 * 2, rest % 5 * 2 + 2)
          .append(syllables, rest % 5 * 2, rest % 5 * 2 + 2);
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "straat";
  }

  private void measure() throws Exception {
    List<Map.Entry<UUID, String>> all = new ArrayList<>(house.entrySet());
    try (Connection connection = connect(database.user())) {
      connection.setAutoCommit(false);
      Timing timing =
          Timing.of(
              number -> {
                Map.Entry<UUID, String> report = all.get(number % all.size());
                int found =
                    lookup.find(connection, report.getKey(), report.getValue(), MUNICIPALITY);
                if (found != HOUSE.size() - 1) {
                  throw new IllegalStateException(
                      report.getValue() + " found " + found + " other reports");
                }
              });
      measurements.add("related reports of one report", reports, timing);
    }
  }

  private static List<UUID> ids(Connection connection, String sql) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  private Connection connect(String user) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), user, "");
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
