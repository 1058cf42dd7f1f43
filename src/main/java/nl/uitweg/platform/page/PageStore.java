package nl.uitweg.platform.page;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Holds every stored public page in every language. A page is rendered by {@link PageRendering} at
 * start-up or by the first request for it, and again when its {@link TimeState} changes. Requests
 * for pages use no database.
 */
@Singleton
public class PageStore {

  private final Map<String, PageVersions> pages = new LinkedHashMap<>();
  private final Clock clock;

  PageStore(
      @All List<PublicPages> features,
      Languages languages,
      Frames frames,
      Assets assets,
      PortalSettings portal,
      Clock clock) {
    this.clock = clock;
    put(assets.stylesheet());
    put(assets.icon());
    put(assets.script());
    put(assets.uploadScript());
    if (portal.tier().servesBackoffice()) {
      put(assets.deskStylesheet());
      put(assets.deskScript());
    }
    if (portal.tier().servesPublic()) {
      putPages(features, languages, frames);
    }
  }

  private void putPages(List<PublicPages> features, Languages languages, Frames frames) {
    List<PublicPage> listed = new ArrayList<>();
    for (Language language : languages.all()) {
      for (PublicPages feature : features) {
        feature
            .in(language)
            .forEach(
                page -> {
                  listed.add(page);
                  if (page.stored()) {
                    String path = Frames.address(language, page.slug());
                    put(
                        path,
                        new PageVersions(
                            page.state(), at -> StoredPage.html(path, page.html().apply(at))));
                  }
                });
      }
    }
    put(
        StoredPage.of(
            "/sitemap.xml",
            "application/xml; charset=utf-8",
            Sitemap.of(listed, frames).getBytes(StandardCharsets.UTF_8)));
  }

  private void put(StoredPage page) {
    put(page.path(), new PageVersions(at -> TimeState.CONSTANT, at -> page));
  }

  private void put(String path, PageVersions page) {
    if (pages.put(path, page) != null) {
      throw new IllegalStateException("Two pages have the address " + path);
    }
  }

  /** The stored page or file with this path, as it must look now. */
  public Optional<StoredPage> find(String path) {
    return Optional.ofNullable(pages.get(path)).map(versions -> versions.at(clock.instant()));
  }

  /** The addresses of all stored pages and files. */
  public List<String> paths() {
    return List.copyOf(pages.keySet());
  }

  /** Renders every page that was not rendered yet, in the order of the languages. */
  Stream<StoredPage> all() {
    return pages.values().stream().map(versions -> versions.at(clock.instant()));
  }

  /**
   * Renders and compresses the versions of pages that become valid within the given time.
   *
   * @param quality of brotli, 0 to 11
   */
  void prepare(Duration ahead, int quality) {
    pages.values().forEach(versions -> versions.prepare(clock.instant(), ahead, quality));
  }
}
