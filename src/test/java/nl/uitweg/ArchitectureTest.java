package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.uitweg.architecture.wrong.audit.KnowsSealing;
import nl.uitweg.architecture.wrong.signal.KnowsHttp;
import org.junit.jupiter.api.Test;

/**
 * Holds the arrows of the root {@code package-info} and the rules of the design; each rule is shown
 * to bite.
 */
class ArchitectureTest {

  private static final String ROOT = "nl.uitweg.";
  private static final String WRONG = "nl.uitweg.architecture.wrong.";

  /** Feature → features it may call. A subpackage is a feature of its own. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("language", Set.of()),
          Map.entry("page", Set.of("language")),
          Map.entry("content", Set.of("language", "page")),
          Map.entry("guidance", Set.of("content", "page", "language")),
          Map.entry("directory", Set.of("content", "page", "language")),
          Map.entry("residence", Set.of("content", "page", "language")),
          Map.entry("editing", Set.of("content", "residence", "language")),
          Map.entry("region", Set.of("language")),
          Map.entry("published", Set.of("signal", "page", "language")),
          Map.entry("sealing", Set.of()),
          Map.entry("limits", Set.of()),
          Map.entry("body", Set.of("limits", "page", "language", "sealing")),
          Map.entry(
              "signal", Set.of("signal.attachment", "audit", "language", "region", "sealing")),
          Map.entry("signal.attachment", Set.of("signal.image", "sealing")),
          Map.entry("signal.image", Set.of()),
          Map.entry(
              "signal.form",
              Set.of(
                  "signal",
                  "signal.attachment",
                  "body",
                  "content",
                  "page",
                  "language",
                  "region",
                  "sealing")),
          Map.entry(
              "signal.followup",
              Set.of(
                  "signal", "signal.attachment", "body", "content", "page", "language", "sealing")),
          Map.entry("abuse", Set.of("limits", "page")),
          Map.entry("audit", Set.of()),
          Map.entry(
              "backoffice",
              Set.of(
                  "signal",
                  "signal.attachment",
                  "audit",
                  "content",
                  "page",
                  "language",
                  "region",
                  "directory",
                  "sealing")),
          Map.entry(
              "backoffice.inbox",
              Set.of("backoffice", "signal", "audit", "page", "language", "region", "sealing")),
          Map.entry(
              "backoffice.handling", Set.of("backoffice", "signal", "audit", "language", "region")),
          Map.entry(
              "backoffice.casefile",
              Set.of(
                  "backoffice",
                  "signal",
                  "signal.attachment",
                  "content",
                  "audit",
                  "page",
                  "language",
                  "region",
                  "sealing")),
          Map.entry(
              "backoffice.lookalike",
              Set.of("backoffice", "signal", "audit", "language", "sealing")),
          Map.entry(
              "backoffice.related", Set.of("backoffice", "signal", "audit", "language", "sealing")),
          Map.entry("backoffice.session", Set.of("backoffice", "audit", "page", "language")),
          Map.entry("backoffice.search", Set.of("backoffice", "signal", "audit", "language")),
          Map.entry("signal.referral", Set.of("signal", "audit", "sealing")),
          Map.entry(
              "backoffice.referral",
              Set.of(
                  "backoffice",
                  "signal",
                  "signal.attachment",
                  "signal.referral",
                  "audit",
                  "language",
                  "region",
                  "sealing")),
          Map.entry(
              "backoffice.instruments",
              Set.of("backoffice", "signal", "audit", "content", "language", "region")),
          Map.entry(
              "backoffice.auditlog", Set.of("backoffice", "signal", "audit", "page", "language")),
          Map.entry(
              "backoffice.figures",
              Set.of(
                  "backoffice",
                  "published",
                  "signal",
                  "signal.referral",
                  "audit",
                  "language",
                  "region")),
          Map.entry("notification", Set.of("signal", "audit", "region", "language")),
          Map.entry(
              "backoffice.administration",
              Set.of(
                  "backoffice",
                  "signal",
                  "signal.attachment",
                  "audit",
                  "content",
                  "page",
                  "language",
                  "region",
                  "sealing")),
          Map.entry("retention", Set.of("signal", "audit", "region")),
          Map.entry("schema", Set.of("page")),
          Map.entry("demo", Set.of("schema", "language", "region", "sealing")));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.uitweg");

  private static final JavaClasses WRONG_ONES =
      new ClassFileImporter().importClasses(KnowsHttp.class, KnowsSealing.class);

  @Test
  void only_the_arrows_of_the_map() {
    assertThat(forbiddenArrows(OURS, ROOT)).isEmpty();
  }

  @Test
  void the_rule_on_arrows_bites() {
    assertThat(forbiddenArrows(WRONG_ONES, WRONG))
        .anyMatch(arrow -> arrow.startsWith("audit → sealing"));
  }

  @Test
  void no_cycle_between_features() {
    SlicesRuleDefinition.slices().matching("nl.uitweg.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void signal_knows_no_http_and_no_template() {
    assertThat(uses(OURS, ROOT + "signal", HTTP_AND_TEMPLATES)).isEmpty();
  }

  @Test
  void the_rule_on_signal_bites() {
    assertThat(uses(WRONG_ONES, WRONG + "signal", HTTP_AND_TEMPLATES)).isNotEmpty();
  }

  @Test
  void only_sealing_touches_cryptography() {
    assertThat(usersOutside(OURS, ROOT + "sealing")).isEmpty();
  }

  @Test
  void the_rule_on_cryptography_bites() {
    assertThat(usersOutside(WRONG_ONES, WRONG + "sealing")).isNotEmpty();
  }

  @Test
  void no_package_named_after_a_layer() {
    assertThat(OURS.stream().map(JavaClass::getPackageName))
        .noneMatch(name -> name.matches(".*\\.(util|utils|common|dto|model|service|impl)(\\..*)?"));
  }

  @Test
  void every_package_is_on_the_map() {
    assertThat(OURS.stream().map(JavaClass::getPackageName).distinct())
        .filteredOn(name -> name.startsWith(ROOT))
        .allMatch(name -> ARROWS.containsKey(name.substring(ROOT.length())));
  }

  private static final List<String> HTTP_AND_TEMPLATES =
      List.of("jakarta.ws.rs.", "io.vertx.", "io.quarkus.qute.", "nl.uitweg.page.");
  private static final List<String> CRYPTOGRAPHY =
      List.of("javax.crypto.", "com.google.crypto.tink.", "org.bouncycastle.");

  private static List<String> forbiddenArrows(JavaClasses classes, String root) {
    List<String> found = new ArrayList<>();
    for (JavaClass from : classes) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String origin = feature(from.getPackageName(), root);
        String target = feature(dependency.getTargetClass().getPackageName(), ROOT);
        boolean ours = !origin.isEmpty() && !target.isEmpty() && !origin.equals(target);
        if (ours && !ARROWS.getOrDefault(origin, Set.of()).contains(target)) {
          found.add(origin + " → " + target + ": " + dependency.getDescription());
        }
      }
    }
    return found;
  }

  private static String feature(String packageName, String root) {
    return packageName.startsWith(root) ? packageName.substring(root.length()) : "";
  }

  private static List<String> uses(JavaClasses classes, String packageName, List<String> what) {
    return classes.stream()
        .filter(from -> from.getPackageName().equals(packageName))
        .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
        .filter(d -> what.stream().anyMatch(d.getTargetClass().getName()::startsWith))
        .map(Dependency::getDescription)
        .toList();
  }

  private static List<String> usersOutside(JavaClasses classes, String allowed) {
    return classes.stream()
        .filter(from -> !from.getPackageName().equals(allowed))
        .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
        .filter(d -> CRYPTOGRAPHY.stream().anyMatch(d.getTargetClass().getName()::startsWith))
        .map(Dependency::getDescription)
        .toList();
  }
}
