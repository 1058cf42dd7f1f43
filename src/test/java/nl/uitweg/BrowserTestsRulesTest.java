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
import nl.uitweg.architecture.wrong.browser.ReadsTooEarly;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Keeps tests independent of the speed of the machine. What a page shows is asserted with {@code
 * PlaywrightAssertions}, which wait for it, or read with {@code testsupport.PageReader}; what
 * happens behind it is awaited with {@code testsupport.TestTimeout}.
 */
class BrowserTestsRulesTest {

  private static final Set<String> READS =
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

  /** Type → its methods that a test must not call itself. */
  private static final Map<Class<?>, Set<String>> NOT_ALLOWED =
      Map.of(
          Locator.class, READS,
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
  void noTestReadsAPageTooEarlyOrSleeps() {
    List<JavaClass> tests =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("nl.uitweg")
                .stream()
                .filter(type -> !type.getPackageName().startsWith("nl.uitweg.testsupport"))
                .filter(type -> !type.getPackageName().startsWith("nl.uitweg.architecture.wrong"))
                .filter(type -> !type.getPackageName().startsWith("nl.uitweg.bench"))
                .toList();
    assertThat(tests).hasSizeGreaterThan(100);
    assertThat(tests.stream().flatMap(type -> broken(type).stream())).isEmpty();
    assertThat(tests).noneMatch(BrowserTestsRulesTest::hasLimit);
  }

  @Test
  void theRuleBites() {
    JavaClass wrong = new ClassFileImporter().importClass(ReadsTooEarly.class);
    assertThat(broken(wrong)).hasSize(3);
  }

  private static List<String> broken(JavaClass type) {
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

  /** A limit of one test decides by the speed of the machine; the run has one. */
  private static boolean hasLimit(JavaClass type) {
    return type.isAnnotatedWith(Timeout.class)
        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Timeout.class));
  }
}
