package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import nl.uitweg.architecture.violation.audit.DependsOnSealing;
import nl.uitweg.architecture.violation.report.DependsOnHttp;
import nl.uitweg.architecture.violation.site.FormatsDate;
import nl.uitweg.architecture.violation.site.ReturnsStream;
import org.jboss.resteasy.reactive.RestMulti;
import org.junit.jupiter.api.Test;

/**
 * Enforces what each {@code package-info} declares and the other architecture rules. The methods
 * {@code detects…} test rules against code that violates them.
 */
class ArchitectureTest {

  private static final String ROOT = PackagePermissions.ROOT;
  private static final String VIOLATIONS_ROOT = "nl.uitweg.architecture.violation.";

  /**
   * The layers of top-level packages, lowest first. Outside its own top-level package, a package
   * calls packages of lower layers only.
   */
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("architecture", "platform"),
          Set.of("audit", "region"),
          Set.of("content"),
          Set.of("report"),
          Set.of("dossier", "figures", "referral"),
          Set.of("desk", "jobs", "site"),
          Set.of("command"),
          Set.of("operator"),
          Set.of("demo"),
          Set.of("editing", "seed"));

  private static final JavaClasses APPLICATION_CLASSES = ClassFolders.all();

  private static final JavaClasses VIOLATING_CLASSES =
      new ClassFileImporter()
          .importClasses(
              DependsOnHttp.class, DependsOnSealing.class, FormatsDate.class, ReturnsStream.class);

  private static final Map<String, Set<String>> DECLARED =
      PackagePermissions.declared(APPLICATION_CLASSES);

  @Test
  void everyCallIsPermitted() {
    assertThat(forbiddenCalls(PackagePermissions.used(APPLICATION_CLASSES, ROOT))).isEmpty();
  }

  @Test
  void detectsAForbiddenCall() {
    assertThat(forbiddenCalls(PackagePermissions.used(VIOLATING_CLASSES, VIOLATIONS_ROOT)))
        .anyMatch(call -> call.startsWith("audit → platform.sealing"));
  }

  @Test
  void everyPermissionIsUsed() {
    assertThat(unusedPermissions(DECLARED)).isEmpty();
  }

  @Test
  void detectsAnUnusedPermission() {
    assertThat(unusedPermissions(Map.of("audit", Set.of("platform.sealing", "no.such"))))
        .containsExactlyInAnyOrder("audit → platform.sealing", "audit → no.such");
  }

  @Test
  void packagesCallLowerLayersOnly() {
    assertThat(callsNotDownward(DECLARED)).isEmpty();
  }

  @Test
  void detectsACallWithinALayer() {
    assertThat(callsNotDownward(Map.of("site.report", Set.of("desk.access", "platform.http"))))
        .containsExactly("site.report → desk.access");
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("nl.uitweg.(**)")
        .should()
        .beFreeOfCycles()
        .check(APPLICATION_CLASSES);
  }

  /** These libraries are on the class path of the compiler, but not in the product's artifact. */
  @Test
  void productDoesNotDependOnLibrariesOfTools() {
    assertThat(dependencies(ClassFolders.product(), "nl.uitweg", LIBRARIES_OF_TOOLS)).isEmpty();
  }

  @Test
  void detectsLibrariesOfTools() {
    assertThat(dependencies(APPLICATION_CLASSES, ROOT + "operator", LIBRARIES_OF_TOOLS))
        .isNotEmpty();
  }

  @Test
  void reportDoesNotDependOnHttpOrTemplates() {
    assertThat(dependencies(APPLICATION_CLASSES, ROOT + "report", HTTP_AND_TEMPLATES)).isEmpty();
  }

  @Test
  void detectsHttpInReport() {
    assertThat(dependencies(VIOLATING_CLASSES, VIOLATIONS_ROOT + "report", HTTP_AND_TEMPLATES))
        .isNotEmpty();
  }

  @Test
  void onlySealingDependsOnCryptography() {
    assertThat(dependenciesOutside(APPLICATION_CLASSES, ROOT + "platform.sealing", CRYPTOGRAPHY))
        .isEmpty();
  }

  @Test
  void detectsCryptographyOutsideSealing() {
    assertThat(
            dependenciesOutside(
                VIOLATING_CLASSES, VIOLATIONS_ROOT + "platform.sealing", CRYPTOGRAPHY))
        .isNotEmpty();
  }

  /** One way to write a date: {@code platform.i18n.Dates}. */
  @Test
  void onlyI18nFormatsDates() {
    assertThat(dependenciesOutside(APPLICATION_CLASSES, ROOT + "platform.i18n", DATE_FORMATTERS))
        .isEmpty();
  }

  @Test
  void detectsAFormattedDate() {
    assertThat(dependenciesOutside(VIOLATING_CLASSES, ROOT + "platform.i18n", DATE_FORMATTERS))
        .singleElement()
        .asString()
        .contains("FormatsDate");
  }

  /**
   * Response filters do not run for a stream, and a disconnect cancels a {@code Uni}: in both cases
   * the turn of the visitor would never end. {@code FormResponse} reports the end of its streams.
   */
  @Test
  void onlyFormResponseMakesStreams() {
    assertThat(streams(APPLICATION_CLASSES))
        .containsOnly("nl.uitweg.site.report.FormResource", "nl.uitweg.site.report.FormResponse");
    assertThat(deferredResults(APPLICATION_CLASSES)).isEmpty();
  }

  @Test
  void detectsStreamsAndDeferredResults() {
    assertThat(streams(VIOLATING_CLASSES)).containsExactly(ReturnsStream.class.getName());
    assertThat(deferredResults(VIOLATING_CLASSES))
        .singleElement()
        .asString()
        .endsWith("ReturnsStream.later()");
  }

  @Test
  void noPackageIsNamedAfterATechnicalLayer() {
    assertThat(APPLICATION_CLASSES.stream().map(JavaClass::getPackageName))
        .noneMatch(name -> name.matches(".*\\.(util|utils|common|dto|model|service|impl)(\\..*)?"));
  }

  private static final List<String> HTTP_AND_TEMPLATES =
      List.of(
          "jakarta.ws.rs.",
          "io.vertx.",
          "io.quarkus.qute.",
          "nl.uitweg.platform.http.",
          "nl.uitweg.platform.page.");
  private static final List<String> LIBRARIES_OF_TOOLS =
      List.of("picocli.", "org.flywaydb.", "org.fedorahosted.", "io.zonky.");
  private static final List<String> CRYPTOGRAPHY =
      List.of("javax.crypto.", "com.google.crypto.tink.", "org.bouncycastle.");
  private static final List<String> DATE_FORMATTERS =
      List.of(
          "java.time.format.DateTimeFormatter",
          "java.text.DateFormat",
          "java.text.SimpleDateFormat",
          "com.ibm.icu.text.SimpleDateFormat");

  /** Names of classes that create or return a stream. */
  private static Set<String> streams(JavaClasses classes) {
    return classes.stream()
        .filter(
            from ->
                from.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().isEquivalentTo(RestMulti.class)))
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }

  /** Names of resource methods that return a {@code Uni} or a {@code CompletionStage}. */
  private static List<String> deferredResults(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(
            method ->
                method.isAnnotatedWith(GET.class)
                    || method.isAnnotatedWith(POST.class)
                    || method.isMetaAnnotatedWith(HttpMethod.class))
        .filter(
            method ->
                method.getRawReturnType().isAssignableTo(Uni.class)
                    || method.getRawReturnType().isAssignableTo(CompletionStage.class))
        .map(JavaMethod::getFullName)
        .toList();
  }

  private static List<String> forbiddenCalls(Map<String, Map<String, String>> used) {
    List<String> calls = new ArrayList<>();
    used.forEach(
        (origin, targets) ->
            targets.forEach(
                (target, call) -> {
                  if (!DECLARED.getOrDefault(origin, Set.of()).contains(target)) {
                    calls.add(origin + " → " + target + ": " + call);
                  }
                }));
    return calls;
  }

  private static List<String> unusedPermissions(Map<String, Set<String>> declared) {
    Map<String, Map<String, String>> used = PackagePermissions.used(APPLICATION_CLASSES, ROOT);
    return declared.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(
                        target -> !used.getOrDefault(entry.getKey(), Map.of()).containsKey(target))
                    .map(target -> entry.getKey() + " → " + target))
        .toList();
  }

  private static List<String> callsNotDownward(Map<String, Set<String>> declared) {
    return declared.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(
                        target -> !topLevelPackage(target).equals(topLevelPackage(entry.getKey())))
                    .filter(target -> layer(target) >= layer(entry.getKey()))
                    .map(target -> entry.getKey() + " → " + target))
        .toList();
  }

  private static int layer(String name) {
    return LAYERS.stream()
        .filter(packages -> packages.contains(topLevelPackage(name)))
        .findFirst()
        .map(LAYERS::indexOf)
        .orElseThrow(() -> new AssertionError(name + " is in no layer"));
  }

  private static String topLevelPackage(String name) {
    return name.replaceFirst("\\..*", "");
  }

  private static List<String> dependencies(
      JavaClasses classes, String packageName, List<String> prefixes) {
    return classes.stream()
        .filter(from -> (from.getPackageName() + ".").startsWith(packageName + "."))
        .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
        .filter(d -> prefixes.stream().anyMatch(d.getTargetClass().getName()::startsWith))
        .map(Dependency::getDescription)
        .toList();
  }

  private static List<String> dependenciesOutside(
      JavaClasses classes, String allowed, List<String> prefixes) {
    return classes.stream()
        .filter(from -> !from.getPackageName().equals(allowed))
        .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
        .filter(d -> prefixes.stream().anyMatch(d.getTargetClass().getName()::startsWith))
        .map(Dependency::getDescription)
        .toList();
  }
}
