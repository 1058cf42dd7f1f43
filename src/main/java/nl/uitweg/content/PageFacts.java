package nl.uitweg.content;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;
import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.i18n.Language;

/**
 * The language-neutral facts about a guidance page, from {@code content/pages.yaml}. {@link
 * GuidancePage} is the page in one language.
 *
 * @param section danger, help, papers, report or about
 * @param picture name of the pictogram beside the title; see {@link Pictograms}
 * @param next slug of the page that the page offers as the next step
 * @param phoneIds ids of the organisations whose telephone numbers are shown at the end of the
 *     page; {@link #MUNICIPALITY} stands for the municipalities of the region
 * @param writtenIn codes of the languages in which the page exists so far; the other languages show
 *     the Dutch page with a notice. Empty when the page has to exist in all languages.
 */
public record PageFacts(
    String slug,
    String section,
    String picture,
    String next,
    @JsonProperty("call") List<String> phoneIds,
    List<String> writtenIn,
    List<Source> sources) {

  /** In {@link #phoneIds}: the municipalities of the region. */
  public static final String MUNICIPALITY = "municipality";

  public PageFacts {
    requirePresent(slug, "slug");
    requirePresent(section, "section");
    requirePresent(picture, "picture");
    if (!Pictograms.exists(picture)) {
      throw new IllegalArgumentException("there is no pictogram '" + picture + "'");
    }
    requirePresent(next, "next");
    phoneIds = copyOrEmpty(phoneIds);
    writtenIn = copyOrEmpty(writtenIn);
    sources = copyOrEmpty(sources);
  }

  /** Whether the page has to exist in this language. */
  public boolean expectedIn(Language language) {
    return writtenIn.isEmpty() || writtenIn.contains(language.code());
  }

  record File(List<PageFacts> pages) {
    File {
      requirePresent(pages, "pages");
    }
  }
}
