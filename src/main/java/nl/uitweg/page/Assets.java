package nl.uitweg.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Stylesheet, scripts and icon, kept in memory; addresses change with the content. */
@Singleton
public class Assets {

  private final StoredPage stylesheet;
  private final StoredPage icon;
  private final StoredPage script;

  Assets() {
    byte[] js =
        (text("/js/leave.js") + text("/js/trace.js") + text("/js/time.js") + text("/js/aloud.js"))
            .getBytes(StandardCharsets.UTF_8);
    String type = "text/javascript; charset=utf-8";
    this.script = StoredPage.of("/site-" + StoredPage.of("", type, js).hash() + ".js", type, js);
    byte[] css = read("/css/style.css");
    StoredPage unnamed = StoredPage.of("", "text/css; charset=utf-8", css);
    this.stylesheet =
        StoredPage.of("/style-" + unnamed.hash() + ".css", "text/css; charset=utf-8", css);
    this.icon = StoredPage.of("/icon.svg", "image/svg+xml", read("/css/icon.svg"));
  }

  public StoredPage stylesheet() {
    return stylesheet;
  }

  public StoredPage icon() {
    return icon;
  }

  /** All scripts of the public site; every page works without them. */
  public StoredPage script() {
    return script;
  }

  private static byte[] read(String resource) {
    return text(resource).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the application");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Minify.css(text) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
