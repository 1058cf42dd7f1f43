package nl.uitweg.editing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.platform.i18n.BundleFile;
import nl.uitweg.platform.i18n.BundleFolder;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.region.Region;
import nl.uitweg.region.RegionFolder;

/**
 * Finds what is missing or doubled in the folder of a region, and gives hints about empty parts.
 */
final class RegionCheck {

  private static final String ORGANISATIONS = "organisations";

  private RegionCheck() {}

  static List<String> problems(EditedFiles files, Region region, Content content) {
    List<String> problems = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (BundleFolder bundle : files.bundles()) {
      if (bundle.name().equals(ORGANISATIONS)) {
        BundleFile file = BundleFile.read(bundle, Language.DUTCH);
        file.texts().keySet().stream()
            .filter(key -> !keys.add(key))
            .forEach(key -> problems.add(file.file() + ": " + key + " is also in i18n/"));
      }
    }
    for (Organisation organisation : content.organisations()) {
      boolean municipality = organisation.kind() == Organisation.Kind.MUNICIPALITY;
      if (!municipality && !keys.contains(organisation.id() + ".what")) {
        problems.add(
            "organisation '%s': %s.what is missing in i18n/organisations or %s/texts/organisations"
                .formatted(
                    organisation.id(),
                    organisation.id(),
                    RegionFolder.displayName(files.region())));
      }
    }
    return problems;
  }

  static List<String> hints(EditedFiles files, Region region) {
    List<String> hints = new ArrayList<>();
    String file = RegionFolder.displayName(files.region()) + "/region.yaml: ";
    for (Region.Municipality municipality : region.municipalities()) {
      if (municipality.contact().isEmpty()) {
        hints.add(file + municipality.id() + " has no contact, so no list shows it");
      } else if (municipality.contact().get().phone().isEmpty()) {
        hints.add(file + municipality.id() + " has no telephone number");
      }
      if (municipality.postcodes().isEmpty()) {
        hints.add(file + municipality.id() + " has no postcodes, so visitors cannot search them");
      }
      if (municipality.places().isEmpty()) {
        hints.add(file + municipality.id() + " has no places");
      }
    }
    return hints;
  }
}
