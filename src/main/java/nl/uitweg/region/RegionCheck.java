package nl.uitweg.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.uitweg.platform.file.InvalidContentException;

/**
 * Checks what one entry of {@code region.yaml} cannot know about the others: ids, names and
 * postcodes that are listed twice.
 *
 * @param name name of the file for messages
 */
record RegionCheck(Path path, String name, Region region) {

  private static final Pattern ID = Pattern.compile("[\\s{-]*id:.*");

  void run() {
    Set<String> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    Map<Integer, String> postcodes = new HashMap<>();
    Set<Integer> shared =
        region.sharedPostcodes().stream()
            .flatMapToInt(Postcodes::of)
            .boxed()
            .collect(Collectors.toSet());
    for (int i = 0; i < region.municipalities().size(); i++) {
      Region.Municipality municipality = region.municipalities().get(i);
      if (!ids.add(municipality.id())) {
        throw invalid(i, "the id '" + municipality.id() + "' is listed twice");
      }
      if (!names.add(municipality.name())) {
        throw invalid(i, "the name '" + municipality.name() + "' is listed twice");
      }
      for (int postcode : municipality.postcodes().stream().flatMapToInt(Postcodes::of).toArray()) {
        String owner = postcodes.putIfAbsent(postcode, municipality.id());
        if (owner != null && (owner.equals(municipality.id()) || !shared.contains(postcode))) {
          throw invalid(
              i,
              "the postcode %d of %s is also that of %s; when both have addresses there, list it in 'shared-postcodes'"
                  .formatted(postcode, municipality.id(), owner));
        }
      }
    }
  }

  /**
   * @param index position of the municipality, counted from 0
   */
  private InvalidContentException invalid(int index, String reason) {
    try {
      List<String> lines = Files.readAllLines(path);
      int line =
          IntStream.range(0, lines.size())
              .filter(i -> ID.matcher(lines.get(i)).matches())
              .skip(index)
              .findFirst()
              .orElse(0);
      return InvalidContentException.at(name, line + 1, reason);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
