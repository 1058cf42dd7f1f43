package nl.uitweg.content;

import static nl.uitweg.platform.file.Preconditions.requirePresent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.file.InvalidContentException;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.region.Contact;
import nl.uitweg.region.Region;
import nl.uitweg.region.RegionFolder;

/**
 * The organisations of an installation, by id: those of the whole country, the municipalities of
 * the region, and its other organisations.
 *
 * @param national the organisations of {@code content/organisations.yaml}, which texts and pages of
 *     every installation may name
 * @param all these and those of the region
 */
record Organisations(Map<String, Organisation> national, Map<String, Organisation> all) {

  private static final String FILE = "organisations.yaml";

  record File(List<Organisation> organisations) {
    File {
      requirePresent(organisations, "organisations");
    }
  }

  /**
   * @param root the folder {@code content}
   * @param regionFolder the folder of the region
   * @throws InvalidContentException when a file is invalid or an id is listed twice
   */
  static Organisations read(Path root, Path regionFolder, Region region) {
    Map<String, Organisation> national = new LinkedHashMap<>();
    YamlFile.read(root, FILE, File.class)
        .organisations()
        .forEach(organisation -> add(organisation, "content/" + FILE, national));
    Map<String, Organisation> all = new LinkedHashMap<>(national);
    String display = RegionFolder.displayName(regionFolder) + "/";
    for (Region.Municipality municipality : region.municipalities()) {
      municipality
          .contact()
          .ifPresent(contact -> add(entry(municipality, contact), display + "region.yaml", all));
    }
    Path local = regionFolder.resolve(FILE);
    if (Files.exists(local)) {
      YamlFile.readFile(local, display + FILE, File.class)
          .organisations()
          .forEach(organisation -> add(organisation, display + FILE, all));
    }
    return new Organisations(national, all);
  }

  private static void add(
      Organisation organisation, String file, Map<String, Organisation> organisations) {
    if (organisations.put(organisation.id(), organisation) != null) {
      throw InvalidContentException.in(file, "'" + organisation.id() + "' is listed twice");
    }
  }

  private static Organisation entry(Region.Municipality municipality, Contact contact) {
    return new Organisation(
        municipality.id(),
        Organisation.Kind.MUNICIPALITY,
        "Gemeente " + municipality.name(),
        contact.phone(),
        Optional.empty(),
        contact.website(),
        contact.email(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Organisation.TargetGroup(null, null, null, null),
        municipality.name(),
        List.of(),
        contact.sources());
  }

  boolean hasPhone(String nationalId) {
    Organisation organisation = national.get(nationalId);
    return organisation != null && organisation.phone().isPresent();
  }
}
