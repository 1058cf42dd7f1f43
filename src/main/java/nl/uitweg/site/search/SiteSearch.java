package nl.uitweg.site.search;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nl.uitweg.content.Content;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.site.residence.ResidenceGuide;

/**
 * The search in everything that the public site shows. The phrases are read at start-up, so that a
 * mistake in them stops it. The index is built after start-up, in a thread of its own; a visitor
 * who searches earlier waits for it.
 */
@Singleton
class SiteSearch {

  private final FutureTask<SearchIndex> index;
  private final boolean served;

  SiteSearch(
      Content content,
      Bundles bundles,
      Languages languages,
      ResidenceGuide residence,
      PortalSettings portal) {
    SearchPhrases phrases =
        PackagedFolder.read("content", root -> SearchPhrases.read(root, languages, content));
    this.served = portal.tier().servesPublic();
    this.index =
        new FutureTask<>(
            () ->
                new SearchIndex(
                    languages.all(), new SearchEntries(content, bundles, residence), phrases));
  }

  void buildInBackground(@Observes StartupEvent start) {
    if (served) {
      Thread thread = new Thread(index, "search-index");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** What fits these words best, best first. */
  List<SearchEntries.Entry> find(String words, Language language) {
    try {
      return index.get().find(words, language);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The search index could not be built", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the search index was built", e);
    }
  }
}
