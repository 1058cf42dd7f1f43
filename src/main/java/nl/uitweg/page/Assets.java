package nl.uitweg.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Stylesheet and icon, kept in memory; the stylesheet's address changes with its content. */
@Singleton
public class Assets {

  private final StoredPage stylesheet;
  private final StoredPage icon;

  Assets() {
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

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not in the application");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Minify.css(text).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
