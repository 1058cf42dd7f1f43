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
import nl.uitweg.architecture.wrong.audit.DependsOnSealing;
import nl.uitweg.architecture.wrong.report.DependsOnHttp;
import org.junit.jupiter.api.Test;

/**
 * Holds what each {@code package-info} says it may call and the rules of the design; each rule is
 * shown to bite.
 */
class ArchitectureTest {

  private static final String ROOT = PackagePermissions.ROOT;
  private static final String WRONG = "nl.uitweg.architecture.wrong.";

  /** The rooms, lowest floor first: a room calls lower floors only, and none beside it. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("architecture", "platform"),
          Set.of("audit", "content", "region"),
          Set.of("report"),
          Set.of("figures", "referral"),
          Set.of("desk", "jobs", "site"),
          Set.of("demo", "editing"));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nl.uitweg");

  private static final JavaClasses WRONG_ONES =
      new ClassFileImporter().importClasses(DependsOnHttp.class, DependsOnSealing.class);

  private static final Map<String, Set<String>> DECLARED = PackagePermissions.declared(OURS);

  @Test
  void every_call_is_permitted() {
    assertThat(forbidden(PackagePermissions.used(OURS, ROOT))).isEmpty();
  }

  @Test
  void the_rule_on_calls_bites() {
    assertThat(forbidden(PackagePermissions.used(WRONG_ONES, WRONG)))
        .anyMatch(call -> call.startsWith("audit → platform.sealing"));
  }

  @Test
  void every_permission_is_used() {
    assertThat(unused(DECLARED)).isEmpty();
  }

  @Test
  void the_rule_on_permissions_bites() {
    assertThat(unused(Map.of("audit", Set.of("platform.sealing", "no.such"))))
        .containsExactlyInAnyOrder("audit → platform.sealing", "audit → no.such");
  }

  @Test
  void calls_go_down_only() {
    assertThat(upward(DECLARED)).isEmpty();
  }

  @Test
  void the_rule_on_floors_bites() {
    assertThat(upward(Map.of("site.report", Set.of("desk.access", "platform.http"))))
        .containsExactly("site.report → desk.access");
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

  private static final List<String> HTTP_AND_TEMPLATES =
      List.of(
          "jakarta.ws.rs.",
          "io.vertx.",
          "io.quarkus.qute.",
          "nl.uitweg.platform.http.",
          "nl.uitweg.platform.page.");
  private static final List<String> CRYPTOGRAPHY =
      List.of("javax.crypto.", "com.google.crypto.tink.", "org.bouncycastle.");

  private static List<String> forbidden(Map<String, Map<String, String>> used) {
    List<String> found = new ArrayList<>();
    used.forEach(
        (origin, targets) ->
            targets.forEach(
                (target, call) -> {
                  if (!DECLARED.getOrDefault(origin, Set.of()).contains(target)) {
                    found.add(origin + " → " + target + ": " + call);
                  }
                }));
    return found;
  }

  private static List<String> unused(Map<String, Set<String>> declared) {
    Map<String, Map<String, String>> used = PackagePermissions.used(OURS, ROOT);
    return declared.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(
                        target -> !used.getOrDefault(entry.getKey(), Map.of()).containsKey(target))
                    .map(target -> entry.getKey() + " → " + target))
        .toList();
  }

  private static List<String> upward(Map<String, Set<String>> declared) {
    return declared.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(target -> !room(target).equals(room(entry.getKey())))
                    .filter(target -> floor(target) >= floor(entry.getKey()))
                    .map(target -> entry.getKey() + " → " + target))
        .toList();
  }

  private static int floor(String name) {
    return FLOORS.stream()
        .filter(rooms -> rooms.contains(room(name)))
        .findFirst()
        .map(FLOORS::indexOf)
        .orElseThrow(() -> new AssertionError(name + " is on no floor"));
  }

  private static String room(String name) {
    return name.replaceFirst("\\..*", "");
  }

  private static List<String> uses(JavaClasses classes, String packageName, List<String> what) {
    return classes.stream()
        .filter(from -> (from.getPackageName() + ".").startsWith(packageName + "."))
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
