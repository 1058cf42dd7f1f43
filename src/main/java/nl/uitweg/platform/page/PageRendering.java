package nl.uitweg.platform.page;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import nl.uitweg.platform.settings.PortalSettings;
import org.jboss.logging.Logger;

/**
 * Renders every page of the {@link PageStore} before the application accepts requests, so that an
 * invalid page stops start-up and no visitor waits for a page.
 */
// Rendering takes seconds, so it comes after the checks that can stop start-up.
@Startup(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
class PageRendering {

  private static final Logger LOG = Logger.getLogger(PageRendering.class);

  private final PageStore store;
  private final int brotliQuality;

  PageRendering(PageStore store, PortalSettings portal) {
    this.store = store;
    this.brotliQuality = portal.brotliQuality();
  }

  @PostConstruct
  void renderAll() {
    List<StoredPage> pages = store.all().toList();
    LOG.infof("%d public pages and files in memory", pages.size());
    compressInBackground(pages);
  }

  /**
   * Compresses the pages after start-up, in the order of the languages, so that the site is
   * available seconds earlier.
   */
  private void compressInBackground(List<StoredPage> pages) {
    Thread thread =
        new Thread(() -> pages.forEach(page -> page.compress(brotliQuality)), "compress-pages");
    thread.setDaemon(true);
    thread.start();
  }
}
