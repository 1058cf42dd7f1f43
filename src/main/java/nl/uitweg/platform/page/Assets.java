package nl.uitweg.platform.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.PackagedFolder;

/**
 * Stylesheet with the region's {@link Theme} in front, scripts and icon, kept in memory; addresses
 * change with the content.
 */
@Singleton
public class Assets {

  private static final String DESK = "desk";
  private static final List<String> CSS = List.of("base", "frame", "parts", "form", DESK, "modes");

  private final StoredPage stylesheet;
  private final StoredPage deskStylesheet;
  private final StoredPage icon;
  private final StoredPage script;
  private final StoredPage deskScript;

  Assets() {
    String js =
        Minifier.js(
                text("/js/leave.js")
                    + text("/js/trace.js")
                    + text("/js/time.js")
                    + text("/js/aloud.js"))
            + "\n";
    this.script = named("/site-", ".js", "text/javascript; charset=utf-8", js);
    this.deskScript =
        named(
            "/desk-",
            ".js",
            "text/javascript; charset=utf-8",
            Minifier.js(text("/js/desk.js") + text("/js/stay.js")) + "\n");
    String css = stylesheetWithoutTheme();
    Theme theme = PackagedFolder.folder("content", content -> Theme.read(content, css));
    this.stylesheet = stylesheet(theme.css(css) + rules(false));
    this.deskStylesheet = stylesheet(theme.css(css) + css);
    this.icon =
        StoredPage.of(
            "/icon.svg", "image/svg+xml", text("/css/icon.svg").getBytes(StandardCharsets.UTF_8));
  }

  public StoredPage stylesheet() {
    return stylesheet;
  }

  /** As {@link #stylesheet}, with what only the officers' desk needs. */
  public StoredPage deskStylesheet() {
    return deskStylesheet;
  }

  public StoredPage icon() {
    return icon;
  }

  /** All scripts of the public site; every page works without them. */
  public StoredPage script() {
    return script;
  }

  /** The script of the officers' desk, which works without it; no public page has it. */
  public StoredPage deskScript() {
    return deskScript;
  }

  /** All rules, without the values that a theme gives to the tokens they read. */
  static String stylesheetWithoutTheme() {
    return rules(true);
  }

  private static String rules(boolean desk) {
    return CSS.stream()
        .filter(name -> desk || !name.equals(DESK))
        .map(name -> Minifier.css(text("/css/" + name + ".css")))
        .collect(Collectors.joining());
  }

  private static StoredPage stylesheet(String css) {
    return named("/style-", ".css", "text/css; charset=utf-8", css);
  }

  private static StoredPage named(String start, String end, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StoredPage.of(start + StoredPage.of("", type, bytes).hash() + end, type, bytes);
  }

  private static String text(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the application");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
