package nl.uitweg.screens;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.restassured.http.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;

/**
 * A browser window that shows collected screens with their original headers. Stylesheets and
 * scripts are loaded from the running site.
 */
final class Window implements AutoCloseable {

  private final String base;
  private final BrowserContext visitor;
  private final Page page;
  private Screen shown;

  Window(String base, boolean javaScript) {
    this.base = base;
    this.visitor = Browser.visitor(320, javaScript, "nl-NL");
    this.page = visitor.newPage();
    page.route(
        base + "/**",
        route -> {
          if (route.request().resourceType().equals("document")) {
            fulfill(route);
          } else {
            route.resume();
          }
        });
  }

  Page show(Screen screen) {
    shown = screen;
    Response response = page.navigate(base + screen.path());
    if (response == null) {
      throw new AssertionError(screen + " was not shown");
    }
    return page;
  }

  private void fulfill(Route route) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : shown.response().headers()) {
      if (!header.getName().equalsIgnoreCase("Content-Encoding")
          && !header.getName().equalsIgnoreCase("Content-Length")) {
        headers.put(header.getName(), header.getValue());
      }
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(shown.response().statusCode())
            .setHeaders(headers)
            .setBody(shown.html()));
  }

  /** Shows a screen in small windows and with wide text, and returns what does not fit. */
  List<String> layoutProblems(Screen screen) {
    show(screen);
    List<String> problems = new ArrayList<>();
    page.setViewportSize(320, 800);
    addProblems(problems, "at 320 px", "horizontalOverflow");
    addProblems(problems, "at 320 px", "smallTargets");
    addProblems(problems, "with wide text", "textSpacing");
    page.setViewportSize(320, 256);
    addProblems(problems, "at 400 %", "horizontalOverflow");
    addProblems(problems, "at 400 %", "hiddenFocus");
    page.setViewportSize(1280, 800);
    addProblems(problems, "at 1280 px", "hiddenFocus");
    return problems;
  }

  private void addProblems(List<String> problems, String where, String check) {
    Layout.problems(page, check).forEach(problem -> problems.add(where + ": " + problem));
  }

  /**
   * Violations that axe finds. Dark mode differs from light mode only in colours, so only the rules
   * about colours run there. The contrast rule is skipped with forced colours: the device chooses
   * those colours, but axe reads the ones of the page.
   */
  List<String> axe(DisplayMode mode) {
    return switch (mode.colours()) {
      case LIGHT -> Axe.violations(page);
      case DARK -> Axe.violationsOfColour(page);
      case FORCED -> Axe.violations(page, "color-contrast");
    };
  }

  @Override
  public void close() {
    visitor.close();
  }
}
