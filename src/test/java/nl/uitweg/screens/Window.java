package nl.uitweg.screens;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.restassured.http.Header;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;

/**
 * A browser window in which a collected screen is shown as it came from the site, with its headers;
 * style and scripts come from the site itself.
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
            answer(route);
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

  private void answer(Route route) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : shown.answer().headers()) {
      if (!header.getName().equalsIgnoreCase("Content-Encoding")
          && !header.getName().equalsIgnoreCase("Content-Length")) {
        headers.put(header.getName(), header.getValue());
      }
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(shown.answer().statusCode())
            .setHeaders(headers)
            .setBody(shown.html()));
  }

  /** What one of the checks of layout.js finds. */
  List<String> layout(String check) {
    return Layout.problems(page, check);
  }

  /**
   * What axe finds. Forced colours are chosen by the visitor's device, and axe reads those of the
   * page instead, so that it can say nothing about contrast there.
   */
  List<String> axe(DisplayMode look) {
    return look.colours() == DisplayMode.Colours.FORCED
        ? Axe.violations(page, "color-contrast")
        : Axe.violations(page);
  }

  @Override
  public void close() {
    visitor.close();
  }
}
