package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.uitweg.architecture.violation.report.PublicStore;
import nl.uitweg.architecture.violation.report.QueriesDirectly;
import nl.uitweg.architecture.violation.report.QueriesThroughStore;
import org.junit.jupiter.api.Test;

/**
 * Only stores touch the database: package-private classes whose name ends in {@code Store}. {@code
 * platform.persistence} is exempt (transactions and checks), and so are the migrations, the demo
 * and its sample reports.
 */
class DatabaseAccessRulesTest {

  /** Packages, and one class. */
  private static final Set<String> EXEMPT =
      Set.of(
          "nl.uitweg.platform.persistence",
          "nl.uitweg.operator.Migrations",
          "nl.uitweg.demo",
          "nl.uitweg.seed");

  /**
   * Types with which a class can query the database. Neither the annotations of entities nor {@code
   * SQLException} are among them.
   */
  private static final Pattern DATABASE_TYPES =
      Pattern.compile(
          "(java|javax)\\.sql\\.(?!SQLException$).*"
              + "|org\\.hibernate\\.(query|engine|jdbc)\\..*"
              + "|org\\.hibernate\\.(Session|StatelessSession|SharedSessionContract).*"
              + "|io\\.quarkus\\.hibernate\\.orm\\.panache\\..*|io\\.agroal\\..*"
              + "|jakarta\\.persistence\\.(EntityManager.*|.*Query|criteria\\..*)");

  /** Methods of Panache that take the text of a query, read everything, or give more access. */
  private static final Set<String> QUERY_METHODS =
      Set.of(
          "find",
          "findAll",
          "list",
          "listAll",
          "stream",
          "streamAll",
          "count",
          "update",
          "delete",
          "deleteAll",
          "getEntityManager",
          "getSession");

  private static final JavaClasses APPLICATION_CLASSES = ClassFolders.all();

  @Test
  void onlyStoresTouchTheDatabase() {
    assertThat(violations(APPLICATION_CLASSES)).isEmpty();
  }

  @Test
  void onlyStoresWriteQueries() {
    assertThat(inheritedCalls(APPLICATION_CLASSES)).isEmpty();
  }

  @Test
  void detectsQueryWrittenOutsideStore() {
    assertThat(inheritedCalls(new ClassFileImporter().importPackagesOf(QueriesThroughStore.class)))
        .singleElement()
        .asString()
        .contains("QueriesThroughStore calls");
  }

  @Test
  void entitiesAreFound() {
    assertThat(APPLICATION_CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
        .as("the rule reads the classes of the application")
        .hasSizeGreaterThan(5);
  }

  @Test
  void detectsQueryOutsideStoreAndPublicStore() {
    JavaClasses violating =
        new ClassFileImporter().importClasses(QueriesDirectly.class, PublicStore.class);
    assertThat(violations(violating))
        .containsExactlyInAnyOrder(
            QueriesDirectly.class.getName() + " uses " + EntityManager.class.getName(),
            PublicStore.class.getName() + " is public");
  }

  /** Calls to a method with a query that a store inherits from Panache, from outside that store. */
  private static List<String> inheritedCalls(JavaClasses classes) {
    return classes.stream()
        .flatMap(type -> type.getMethodCallsFromSelf().stream())
        .filter(call -> !call.getOriginOwner().equals(call.getTargetOwner()))
        .filter(call -> call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class))
        .filter(call -> QUERY_METHODS.contains(call.getTarget().getName()))
        .filter(
            call ->
                call.getTargetOwner().getMethods().stream()
                    .noneMatch(method -> method.getName().equals(call.getTarget().getName())))
        .filter(
            call -> !call.getOriginOwner().getName().startsWith(call.getTargetOwner().getName()))
        .map(call -> call.getOriginOwner().getName() + " calls " + call.getTarget().getFullName())
        .sorted()
        .toList();
  }

  private static List<String> violations(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !EXEMPT.contains(type.getPackageName()))
        .filter(type -> !EXEMPT.contains(type.getName()))
        .flatMap(
            type ->
                type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .map(JavaClass::getName)
                    .filter(name -> DATABASE_TYPES.matcher(name).matches())
                    .flatMap(name -> violation(type, name).stream()))
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> violation(JavaClass type, String databaseType) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    if (!outer.getSimpleName().endsWith("Store")) {
      return List.of(type.getName() + " uses " + databaseType);
    }
    return outer.getModifiers().contains(JavaModifier.PUBLIC)
        ? List.of(outer.getName() + " is public")
        : List.of();
  }
}
