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
import nl.uitweg.architecture.wrong.report.KnowsHttp;
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
          Map.entry("audit", Set.of()),
          Map.entry("content", Set.of("platform.i18n")),
          Map.entry(
              "demo",
              Set.of("platform.i18n", "platform.persistence", "platform.sealing", "region")),
          Map.entry(
              "desk",
              Set.of(
                  "audit",
                  "platform.http",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "region",
                  "report",
                  "report.intake")),
          Map.entry("desk.access", Set.of("audit", "desk", "platform.http", "platform.i18n")),
          Map.entry(
              "desk.administration",
              Set.of(
                  "audit",
                  "content",
                  "desk",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "region",
                  "report",
                  "report.intake")),
          Map.entry(
              "desk.auditlog", Set.of("audit", "desk", "platform.i18n", "platform.persistence")),
          Map.entry(
              "desk.casefile",
              Set.of(
                  "audit",
                  "content",
                  "desk",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "report",
                  "report.intake")),
          Map.entry(
              "desk.handling",
              Set.of("audit", "desk", "platform.i18n", "platform.persistence", "region", "report")),
          Map.entry(
              "desk.inbox",
              Set.of(
                  "audit",
                  "desk",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "region",
                  "report")),
          Map.entry("desk.instruments", Set.of("content", "desk", "platform.i18n", "report")),
          Map.entry(
              "desk.lookalike",
              Set.of(
                  "audit",
                  "desk",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "report")),
          Map.entry(
              "desk.referral",
              Set.of(
                  "audit",
                  "desk",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "referral",
                  "region",
                  "report",
                  "report.intake")),
          Map.entry(
              "desk.related",
              Set.of(
                  "audit",
                  "desk",
                  "platform.i18n",
                  "platform.persistence",
                  "platform.sealing",
                  "report")),
          Map.entry(
              "desk.search",
              Set.of("audit", "desk", "platform.i18n", "platform.persistence", "report")),
          Map.entry(
              "desk.statistics",
              Set.of(
                  "audit",
                  "desk",
                  "figures",
                  "platform.i18n",
                  "platform.persistence",
                  "region",
                  "report")),
          Map.entry("editing", Set.of("content", "platform.i18n", "site.residence")),
          Map.entry("figures", Set.of()),
          Map.entry(
              "jobs", Set.of("audit", "platform.i18n", "platform.persistence", "region", "report")),
          Map.entry("platform.abuse", Set.of("platform.http", "platform.limits")),
          Map.entry(
              "platform.body",
              Set.of("platform.http", "platform.i18n", "platform.limits", "platform.sealing")),
          Map.entry("platform.http", Set.of("platform.i18n")),
          Map.entry("platform.i18n", Set.of()),
          Map.entry("platform.limits", Set.of()),
          Map.entry("platform.persistence", Set.of("platform.http", "platform.sealing")),
          Map.entry("platform.sealing", Set.of()),
          Map.entry("referral", Set.of("audit", "platform.sealing", "report")),
          Map.entry("region", Set.of("platform.i18n")),
          Map.entry(
              "report",
              Set.of(
                  "audit", "platform.persistence", "platform.sealing", "region", "report.intake")),
          Map.entry("report.image", Set.of()),
          Map.entry("report.intake", Set.of("platform.sealing", "report.image")),
          Map.entry(
              "site.conversation",
              Set.of(
                  "content",
                  "platform.body",
                  "platform.http",
                  "platform.i18n",
                  "platform.sealing",
                  "report",
                  "report.intake")),
          Map.entry("site.directory", Set.of("content", "platform.http", "platform.i18n")),
          Map.entry(
              "site.figures",
              Set.of("figures", "platform.http", "platform.i18n", "platform.persistence")),
          Map.entry("site.guidance", Set.of("content", "platform.http", "platform.i18n")),
          Map.entry(
              "site.report",
              Set.of(
                  "content",
                  "platform.body",
                  "platform.http",
                  "platform.i18n",
                  "platform.sealing",
                  "region",
                  "report",
                  "report.intake")),
          Map.entry("site.residence", Set.of("content", "platform.http", "platform.i18n")));

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
        .anyMatch(arrow -> arrow.startsWith("audit → platform.sealing"));
  }

  @Test
  void no_cycle_between_features() {
    SlicesRuleDefinition.slices().matching("nl.uitweg.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void report_knows_no_http_and_no_template() {
    assertThat(uses(OURS, ROOT + "report", HTTP_AND_TEMPLATES)).isEmpty();
  }

  @Test
  void the_rule_on_report_bites() {
    assertThat(uses(WRONG_ONES, WRONG + "report", HTTP_AND_TEMPLATES)).isNotEmpty();
  }

  @Test
  void only_sealing_touches_cryptography() {
    assertThat(usersOutside(OURS, ROOT + "platform.sealing")).isEmpty();
  }

  @Test
  void the_rule_on_cryptography_bites() {
    assertThat(usersOutside(WRONG_ONES, WRONG + "platform.sealing")).isNotEmpty();
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
      List.of("jakarta.ws.rs.", "io.vertx.", "io.quarkus.qute.", "nl.uitweg.platform.http.");
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
