package nl.uitweg.content;

import static nl.uitweg.content.file.Required.listOf;
import static nl.uitweg.content.file.Required.present;

import java.util.List;
import nl.uitweg.content.file.Source;
import nl.uitweg.platform.i18n.Language;

/**
 * The language-neutral half of a guidance page, from {@code content/pages.yaml}.
 *
 * @param section danger, help, papers or about
 * @param next slug of the next step
 * @param call organisations whose telephone stands at the end of the page
 * @param writtenIn codes of the languages in which it exists so far, for a page that may lag behind
 *     in the others: those show the Dutch page and say so; empty: in all
 */
public record PageFacts(
    String slug,
    String section,
    String next,
    List<String> call,
    List<String> writtenIn,
    List<Source> sources) {

  public PageFacts {
    present(slug, "slug");
    present(section, "section");
    present(next, "next");
    call = listOf(call);
    writtenIn = listOf(writtenIn);
    sources = listOf(sources);
  }

  /** Whether the page has to exist in this language. */
  public boolean expectedIn(Language language) {
    return writtenIn.isEmpty() || writtenIn.contains(language.code());
  }

  record File(List<PageFacts> pages) {
    File {
      present(pages, "pages");
    }
  }
}
