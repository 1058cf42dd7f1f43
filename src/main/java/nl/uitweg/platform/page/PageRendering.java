package nl.uitweg.platform.page;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.uitweg.platform.settings.PortalSettings;
import org.jboss.logging.Logger;

/**
 * Renders every page of the {@link PageStore} before the application accepts requests, so that an
 * invalid page stops start-up and no visitor waits for a page. Renders the next version of pages
 * that depend on the time shortly before it becomes valid.
 */
// Rendering takes seconds, so it comes after the checks that can stop start-up.
@Startup(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
class PageRendering {

  private static final Logger LOG = Logger.getLogger(PageRendering.class);

  /** Enough for all languages of the pages that change at the same moment. */
  private static final Duration AHEAD = Duration.ofMinutes(3);

  private static final long SECONDS_BETWEEN_PREPARATIONS = 30;

  private final PageStore store;
  private final int brotliQuality;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(PageRendering::daemon);

  PageRendering(PageStore store, PortalSettings portal) {
    this.store = store;
    this.brotliQuality = portal.brotliQuality();
  }

  /**
   * Renders the pages, and compresses them after start-up, in the order of the languages, so that
   * the site is available seconds earlier.
   */
  @PostConstruct
  void renderAll() {
    List<StoredPage> pages = store.all().toList();
    LOG.infof("%d public pages and files in memory", pages.size());
    background.execute(() -> pages.forEach(page -> page.compress(brotliQuality)));
    ScheduledFuture<?> unused =
        background.scheduleWithFixedDelay(
            this::prepare,
            SECONDS_BETWEEN_PREPARATIONS,
            SECONDS_BETWEEN_PREPARATIONS,
            TimeUnit.SECONDS);
  }

  /** A page that fails is rendered again by the next request for it, which gets the error. */
  private void prepare() {
    try {
      store.prepare(AHEAD, brotliQuality);
    } catch (RuntimeException e) {
      LOG.errorf("The next versions of pages are not prepared: %s", e.getClass().getName());
    }
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stored-pages");
    thread.setDaemon(true);
    return thread;
  }
}
