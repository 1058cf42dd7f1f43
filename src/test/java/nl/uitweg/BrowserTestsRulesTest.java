package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.uitweg.architecture.violation.browser.ViolatesBrowserTestRules;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Enforces that tests do not depend on the speed of the machine. Page content is asserted with
 * {@code PlaywrightAssertions}, which wait, or read with {@code testsupport.PageReader}; other
 * effects are awaited with {@code testsupport.TestTimeout}.
 */
class BrowserTestsRulesTest {

  private static final Set<String> NON_WAITING_READS =
      Set.of(
          "textContent",
          "innerText",
          "innerHTML",
          "allTextContents",
          "allInnerTexts",
          "inputValue",
          "isVisible",
          "isHidden",
          "isChecked",
          "isEnabled",
          "isDisabled");

  /** The methods that tests must not call directly, by type. */
  private static final Map<Class<?>, Set<String>> NOT_ALLOWED =
      Map.of(
          Locator.class, NON_WAITING_READS,
          Page.class,
              Set.of(
                  "textContent",
                  "innerText",
                  "innerHTML",
                  "inputValue",
                  "isVisible",
                  "isHidden",
                  "isChecked",
                  "isEnabled",
                  "isDisabled",
                  "waitForTimeout"),
          Thread.class, Set.of("sleep"),
          Awaitility.class, Set.of("await"),
          ConditionFactory.class, Set.of("atMost", "during"));

  @Test
  void testsNeitherReadPagesWithoutWaitingNorSleep() {
    List<JavaClass> tests =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("nl.uitweg")
                .stream()
                .filter(type -> !type.getPackageName().startsWith("nl.uitweg.testsupport"))
                .filter(
                    type -> !type.getPackageName().startsWith("nl.uitweg.architecture.violation"))
                .filter(type -> !type.getPackageName().startsWith("nl.uitweg.bench"))
                .toList();
    assertThat(tests).hasSizeGreaterThan(100);
    assertThat(tests.stream().flatMap(type -> forbiddenCalls(type).stream())).isEmpty();
    assertThat(tests).noneMatch(BrowserTestsRulesTest::hasTimeout);
  }

  @Test
  void detectsForbiddenCalls() {
    JavaClass violation = new ClassFileImporter().importClass(ViolatesBrowserTestRules.class);
    assertThat(forbiddenCalls(violation)).hasSize(3);
  }

  private static List<String> forbiddenCalls(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .filter(BrowserTestsRulesTest::isNotAllowed)
        .map(JavaAccess::getDescription)
        .toList();
  }

  private static boolean isNotAllowed(JavaAccess<?> access) {
    return NOT_ALLOWED.entrySet().stream()
        .anyMatch(
            rule ->
                access.getTargetOwner().isEquivalentTo(rule.getKey())
                    && rule.getValue().contains(access.getName()));
  }

  /**
   * Whether the type or a test in it has a timeout, which would depend on the speed of the machine.
   * {@code bin/test} has one for the whole run.
   */
  private static boolean hasTimeout(JavaClass type) {
    return type.isAnnotatedWith(Timeout.class)
        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Timeout.class));
  }
}
