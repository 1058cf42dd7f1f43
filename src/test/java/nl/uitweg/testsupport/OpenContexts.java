package nl.uitweg.testsupport;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The browser contexts that tests have open. A context that a test closes stays open until the test
 * has ended, so that {@link FailureEvidence} can save the pages of a failed test.
 */
final class OpenContexts {

  private static final List<Tracked> OPEN = new ArrayList<>();

  private OpenContexts() {}

  /** A context with the console output of its pages. */
  private static final class Tracked {
    final BrowserContext context;
    final List<String> console = new ArrayList<>();
    boolean closeRequested;

    Tracked(BrowserContext context) {
      this.context = context;
      context.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
      context.onWebError(error -> console.add("error: " + error.error()));
    }
  }

  /** A proxy of the context whose {@code close} is deferred to the end of the test. */
  static BrowserContext track(BrowserContext context) {
    Tracked tracked = new Tracked(context);
    OPEN.add(tracked);
    return (BrowserContext)
        Proxy.newProxyInstance(
            BrowserContext.class.getClassLoader(),
            new Class<?>[] {BrowserContext.class},
            (proxy, method, arguments) -> call(tracked, method, arguments));
  }

  private static Object call(Tracked tracked, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      tracked.closeRequested = true;
      return null;
    }
    try {
      return method.invoke(tracked.context, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Closes the contexts that tests asked to close. */
  static void closeFinished() {
    List<Tracked> finished = OPEN.stream().filter(tracked -> tracked.closeRequested).toList();
    OPEN.removeAll(finished);
    finished.forEach(tracked -> tracked.context.close());
  }

  /** Saves screenshot, HTML and console of every open page. */
  static void save(Path folder) {
    int number = 0;
    for (Tracked tracked : OPEN) {
      for (Page page : tracked.context.pages()) {
        save(page, tracked.console, folder, "page-" + ++number);
      }
    }
  }

  private static void save(Page page, List<String> console, Path folder, String name) {
    try {
      List<String> lines = new ArrayList<>(List.of("address: " + page.url()));
      lines.addAll(console);
      Files.write(folder.resolve(name + ".console.txt"), lines);
      Files.writeString(folder.resolve(name + ".html"), page.content());
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
    } catch (PlaywrightException gone) {
      System.out.println("Cannot save a page of the failed test: " + gone.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
