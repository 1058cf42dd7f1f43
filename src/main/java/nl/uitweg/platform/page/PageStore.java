package nl.uitweg.platform.page;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.settings.PortalSettings;
import org.jboss.logging.Logger;

/**
 * Holds every stored public page in every language, rendered at start-up. Requests for them use no
 * database.
 */
// Rendering takes seconds, so it comes after the checks that can stop start-up.
@Startup(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
public class PageStore {

  private static final Logger LOG = Logger.getLogger(PageStore.class);

  private final Map<String, StoredPage> pages = new LinkedHashMap<>();

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
    compressInBackground(portal.brotliQuality());
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
                    put(StoredPage.html(Frames.address(language, page.slug()), page.html().get()));
                  }
                });
      }
    }
    String sitemap = Sitemap.of(listed, frames);
    put(
        StoredPage.of(
            "/sitemap.xml",
            "application/xml; charset=utf-8",
            sitemap.getBytes(StandardCharsets.UTF_8)));
    LOG.infof("%d public pages and files in memory", pages.size());
  }

  /**
   * Compresses the pages after start-up, in the order of the languages, so that the site is
   * available seconds earlier.
   */
  private void compressInBackground(int quality) {
    Thread thread =
        new Thread(() -> pages.values().forEach(page -> page.compress(quality)), "compress-pages");
    thread.setDaemon(true);
    thread.start();
  }

  private void put(StoredPage page) {
    if (pages.put(page.path(), page) != null) {
      throw new IllegalStateException("Two pages have the address " + page.path());
    }
  }

  /** The stored page or file with this path. */
  public Optional<StoredPage> find(String path) {
    return Optional.ofNullable(pages.get(path));
  }

  /** The addresses of all stored pages and files. */
  public List<String> paths() {
    return List.copyOf(pages.keySet());
  }
}
