package nl.uitweg.platform.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.settings.RegionalSettings;

/**
 * The stylesheets, scripts and icon of the application, kept in memory. Each stylesheet starts with
 * the {@link Theme} of the region. Addresses of stylesheets and scripts contain a hash of the
 * content.
 */
@Singleton
public class Assets {

  private static final String DESK_STYLESHEET = "desk";
  private static final List<String> STYLESHEETS =
      List.of("base", "frame", "components", "form", DESK_STYLESHEET, "media");

  private final StoredPage stylesheet;
  private final StoredPage deskStylesheet;
  private final StoredPage icon;
  private final StoredPage script;
  private final StoredPage uploadScript;
  private final StoredPage deskScript;

  Assets(RegionalSettings regional) {
    String js =
        Minifier.js(
                text("/js/visit.js")
                    + text("/js/leave.js")
                    + text("/js/navigation.js")
                    + text("/js/expiry.js")
                    + text("/js/read-aloud.js"))
            + "\n";
    this.script = fingerprinted("/site-", ".js", "text/javascript; charset=utf-8", js);
    this.uploadScript =
        fingerprinted(
            "/upload-",
            ".js",
            "text/javascript; charset=utf-8",
            Minifier.js(text("/js/upload.js")) + "\n");
    this.deskScript =
        fingerprinted(
            "/desk-",
            ".js",
            "text/javascript; charset=utf-8",
            Minifier.js(
                    text("/js/shortcuts.js")
                        + text("/js/lookalikes.js")
                        + text("/js/session.js")
                        + text("/js/changes.js"))
                + "\n");
    String css = stylesheetWithoutTheme();
    Theme theme =
        regional
            .theme()
            .map(text -> Theme.parse(text, "theme.css of the region", css))
            .orElseGet(() -> PackagedFolder.read("content", content -> Theme.read(content, css)));
    this.stylesheet = stylesheet(theme.css(css) + rules(false));
    this.deskStylesheet = stylesheet(theme.css(css) + css);
    this.icon =
        StoredPage.of(
            "/icon.svg", "image/svg+xml", text("/css/icon.svg").getBytes(StandardCharsets.UTF_8));
  }

  public StoredPage stylesheet() {
    return stylesheet;
  }

  /** Like {@link #stylesheet}, with the additional rules of the officers' desk. */
  public StoredPage deskStylesheet() {
    return deskStylesheet;
  }

  public StoredPage icon() {
    return icon;
  }

  /** The scripts of every public page in one file; every page works without it. */
  public StoredPage script() {
    return script;
  }

  /**
   * The script that shows how much of the files was sent. Only the pages of a reporter with a code
   * load it; they work without it.
   */
  public StoredPage uploadScript() {
    return uploadScript;
  }

  /**
   * The script of the officers' desk; every page of the desk works without it, and no public page
   * loads it.
   */
  public StoredPage deskScript() {
    return deskScript;
  }

  /** All style rules, without the token values of a theme. */
  static String stylesheetWithoutTheme() {
    return rules(true);
  }

  private static String rules(boolean desk) {
    return STYLESHEETS.stream()
        .filter(name -> desk || !name.equals(DESK_STYLESHEET))
        .map(name -> Minifier.css(text("/css/" + name + ".css")))
        .collect(Collectors.joining());
  }

  private static StoredPage stylesheet(String css) {
    return fingerprinted("/style-", ".css", "text/css; charset=utf-8", css);
  }

  private static StoredPage fingerprinted(String prefix, String suffix, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StoredPage.of(prefix + StoredPage.of("", type, bytes).hash() + suffix, type, bytes);
  }

  private static String text(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not packaged in the application");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
