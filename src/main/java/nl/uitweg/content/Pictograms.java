package nl.uitweg.content;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pictograms of the site, as files in {@code resources/pictograms/}: a filled shape in a view
 * box of 48 by 48, and {@code class="cut"} for lines over it in the colour of the background. They
 * accompany words and never replace them, so they are hidden from screen readers. In templates,
 * {@code pictogram:named('house')}; in the texts of pages, {@code {picture:house}}.
 */
@TemplateExtension(namespace = "pictogram")
public final class Pictograms {

  private static final Pattern NAME = Pattern.compile("[a-z]+");
  private static final String NAMESPACE = " xmlns=\"http://www.w3.org/2000/svg\"";
  private static final Map<String, Optional<String>> READ = new ConcurrentHashMap<>();

  private Pictograms() {}

  /**
   * The pictogram as inline SVG.
   *
   * @throws IllegalArgumentException when there is none with this name
   */
  public static RenderedMarkdown named(String name) {
    return new RenderedMarkdown(
        find(name)
            .orElseThrow(() -> new IllegalArgumentException("There is no pictogram " + name)));
  }

  static boolean exists(String name) {
    return find(name).isPresent();
  }

  private static Optional<String> find(String name) {
    return READ.computeIfAbsent(name, Pictograms::read);
  }

  private static Optional<String> read(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream file = Pictograms.class.getResourceAsStream("/pictograms/" + name + ".svg")) {
      return file == null
          ? Optional.empty()
          : Optional.of(
              new String(file.readAllBytes(), StandardCharsets.UTF_8)
                  .strip()
                  .replace(NAMESPACE, " aria-hidden=\"true\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
