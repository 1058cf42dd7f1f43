package nl.uitweg.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a benchmark as a table and as JSON. */
public final class ResultTable {

  private ResultTable() {}

  /**
   * Prints the rows as a Markdown table and writes them to {@code target/bench/NAME.json}.
   *
   * @param rows results by column; all rows have the same columns, in this order
   */
  public static void write(String name, List<Map<String, Object>> rows) throws IOException {
    Path json = Path.of("target/bench/" + name + ".json");
    Files.createDirectories(json.getParent());
    new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), rows);
    System.out.println("\n| " + String.join(" | ", rows.get(0).keySet()) + " |");
    System.out.println("|" + "---|".repeat(rows.get(0).size()));
    for (Map<String, Object> row : rows) {
      System.out.println(
          row.values().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    System.out.println("\nAlso in " + json);
  }
}
