package nl.uitweg.platform.page;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;
import org.jspecify.annotations.Nullable;

/**
 * Holds every stored public page in every language. A page is rendered once: by {@link
 * PageRendering} at start-up, or by the first request for it. Requests for pages use no database.
 */
@Singleton
public class PageStore {

  private final Map<String, LazyPage> pages = new LinkedHashMap<>();

  PageStore(
      @All List<PublicPages> features,
      Languages languages,
      Frames frames,
      Assets assets,
      PortalSettings portal) {
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
                    put(path, new LazyPage(() -> StoredPage.html(path, page.html().get())));
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
    put(page.path(), new LazyPage(() -> page));
  }

  private void put(String path, LazyPage page) {
    if (pages.put(path, page) != null) {
      throw new IllegalStateException("Two pages have the address " + path);
    }
  }

  /** The stored page or file with this path. */
  public Optional<StoredPage> find(String path) {
    return Optional.ofNullable(pages.get(path)).map(LazyPage::get);
  }

  /** The addresses of all stored pages and files. */
  public List<String> paths() {
    return List.copyOf(pages.keySet());
  }

  /** Renders every page that was not rendered yet, in the order of the languages. */
  Stream<StoredPage> all() {
    return pages.values().stream().map(LazyPage::get);
  }

  /** A page that is rendered when it is first asked for. */
  private static final class LazyPage {

    private final Supplier<StoredPage> renderer;
    private volatile @Nullable StoredPage page;

    LazyPage(Supplier<StoredPage> renderer) {
      this.renderer = renderer;
    }

    StoredPage get() {
      StoredPage rendered = page;
      return rendered == null ? render() : rendered;
    }

    private synchronized StoredPage render() {
      StoredPage rendered = page == null ? renderer.get() : page;
      page = rendered;
      return rendered;
    }
  }
}
