package nl.uitweg.editing;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.region.Region;

/**
 * The files of a new region, with comments that say what to fill in.
 *
 * @param name name of the region
 * @param municipalities names of its municipalities
 */
record RegionTemplate(String name, List<String> municipalities) {

  static final String ORGANISATIONS =
      """
      # Organisations of this region only, in the form of content/organisations.yaml of the site, which has those of the whole country.
      # Texts: texts/organisations/<language>.properties, keys <id>.what and <id>.for; <id>.note is optional.
      organisations: []
      """;

  private static final Transliterator ASCII =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

  private static final String HEAD =
      """
      # A region; docs/regions.md explains each key. Check this file with bin/check-content and the name of this folder.
      # "name" stands in sentences such as "Hulp, rechten en melden in …". Without it, the municipalities are listed there.
      name: "%s"
      # Addresses of "leave this site"; without them, an encyclopaedia in the language of the visitor.
      # exit: {default: "https://…"}
      # A postcode that two municipalities really share is listed here too.
      shared-postcodes: []
      municipalities:
      """;

  private static final String MUNICIPALITY =
      """
        - id: %1$s
          name: "%2$s"
          # Villages and towns, as visitors call them.
          places: ["%2$s"]
          # Four digits, alone or as a range: ["2101-2106", "2111"].
          postcodes: []
          # How visitors reach the municipality; leave out what is not known. Confidence: A several sources, B one, S a policy document.
          # contact:
          #   phone: {shown: "14 0…", dial: "140…", cost: unknown, confidence: B}
          #   website: {url: "https://www.….nl", shown: "….nl", confidence: B}
          #   email: {address: "gemeente@….nl", confidence: B}
          #   sources:
          #     - {url: "https://…", dated: "not dated", confidence: B, checked: 2026-01-31}
          # Working days within which a new report must be read, and days after closing until a report is purged.
          deadlines: { first-reading: 1, retention-days: 365 }
          # Local rules at the instruments of the desk, by their id in content/instruments.yaml: apv-drugs: "APV, artikel 2:74".
          articles: {}
      """;

  RegionTemplate {
    municipalities = municipalities.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
    Map<String, String> names = new HashMap<>();
    for (String municipality : municipalities) {
      String other = names.put(id(municipality), municipality);
      if (other != null) {
        throw new IllegalStateException(
            "'%s' and '%s' would have the same id; nothing was written"
                .formatted(other, municipality));
      }
    }
    municipalities.forEach(Region::requireName);
    Region.requireName(name);
    if (municipalities.isEmpty()) {
      throw new IllegalStateException("--municipalities names no municipality");
    }
  }

  /** The id of a name: the letters a-z, with a hyphen between words. */
  static String id(String name) {
    return ASCII
        .transliterate(name)
        .replaceAll("['’`]", "")
        .replaceAll("[^a-z]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** The text of {@code region.yaml}. */
  String regionFile() {
    StringBuilder file = new StringBuilder(HEAD.formatted(name));
    for (String municipality : municipalities) {
      file.append(MUNICIPALITY.formatted(id(municipality), municipality));
    }
    return file.toString();
  }
}
