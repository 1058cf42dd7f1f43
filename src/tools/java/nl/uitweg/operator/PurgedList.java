package nl.uitweg.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reports and dossiers that were purged until a moment, by id and nothing else. {@code
 * bin/audit purged} writes this list as text, and {@code bin/restore} purges again what is in it.
 *
 * @param madeAt the moment, to the second
 * @param objects their names in the audit trail: {@code report/<id>} or {@code dossier/<id>}
 */
record PurgedList(Instant madeAt, List<String> objects) {

  private static final Pattern FIRST_LINE =
      Pattern.compile("# (\\d+) reports and dossiers were purged until (\\S+)");
  private static final Pattern OBJECT =
      Pattern.compile("(?:report|dossier)/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  PurgedList {
    objects = List.copyOf(objects);
  }

  /** The text of the list. Its first line has the number of lines that follow. */
  String text() {
    return "# "
        + objects.size()
        + " reports and dossiers were purged until "
        + madeAt
        + "\n"
        + String.join("", objects.stream().map(object -> object + "\n").toList());
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when the file is no such list, or is incomplete
   */
  static PurgedList read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Matcher first = FIRST_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!first.matches()) {
      throw new IllegalArgumentException(file + " was not written by bin/audit purged.");
    }
    List<String> objects = lines.subList(1, lines.size());
    for (String object : objects) {
      if (!OBJECT.matcher(object).matches()) {
        throw new IllegalArgumentException(file + ": “" + object + "” is no report or dossier.");
      }
    }
    if (objects.size() != Integer.parseInt(first.group(1))) {
      throw new IllegalArgumentException(file + " is incomplete: its first line counts more.");
    }
    try {
      return new PurgedList(Instant.parse(first.group(2)), objects);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(file + ": “" + first.group(2) + "” is no time.", e);
    }
  }

  /** Ids of the reports. */
  List<UUID> reports() {
    return ids("report/");
  }

  /** Ids of the dossiers. */
  List<UUID> dossiers() {
    return ids("dossier/");
  }

  private List<UUID> ids(String prefix) {
    return objects.stream()
        .filter(object -> object.startsWith(prefix))
        .map(object -> UUID.fromString(object.substring(prefix.length())))
        .toList();
  }
}
