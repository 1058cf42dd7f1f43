package nl.uitweg.content;

import static nl.uitweg.content.Required.listOf;
import static nl.uitweg.content.Required.present;

import java.util.List;

/**
 * The language-neutral half of a guidance page, from {@code content/pages.yaml}.
 *
 * @param section danger, help, papers or about
 * @param next slug of the next step
 * @param call organisations whose telephone stands at the end of the page
 */
public record PageFacts(
    String slug, String section, String next, List<String> call, List<Source> sources) {

  public PageFacts {
    present(slug, "slug");
    present(section, "section");
    present(next, "next");
    call = listOf(call);
    sources = listOf(sources);
  }

  record File(List<PageFacts> pages) {
    File {
      present(pages, "pages");
    }
  }
}
