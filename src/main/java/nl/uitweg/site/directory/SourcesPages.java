package nl.uitweg.site.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/**
 * Public page with the sources of the facts on each card of {@link DirectoryPages}. They have a
 * page of their own because they were a fifth of the weight of that page, for few of its visitors.
 */
@Singleton
class SourcesPages implements PublicPages {

  private static final String SLUG = "sources";

  private final Content content;
  private final Bundles bundles;
  private final Frames frames;

  SourcesPages(Content content, Bundles bundles, Frames frames) {
    this.content = content;
    this.bundles = bundles;
    this.frames = frames;
  }

  @CheckedTemplate(basePath = "site/directory")
  static class Templates {
    static native TemplateInstance sources(Frame frame, List<OrganisationSources> organisations);
  }

  /**
   * The sources of the facts about one organisation.
   *
   * @param checked when the facts were compared with them, and the confidence in the facts
   */
  record OrganisationSources(String id, String name, String checked, List<SourceLink> sources) {

    static OrganisationSources of(Organisation organisation, Texts texts) {
      return new OrganisationSources(
          organisation.id(),
          organisation.name(),
          checkedText(organisation, texts)
              + "; "
              + texts.get("directory.confidence-" + confidence(organisation)),
          organisation.sources().stream().map(SourceLink::of).toList());
    }
  }

  /** A source, shown as the name of its website. */
  record SourceLink(String text, URI href) {

    private static SourceLink of(Source source) {
      return new SourceLink(source.url().getHost().replaceFirst("^www\\.", ""), source.url());
    }
  }

  @Override
  public Stream<PublicPage> in(Language language) {
    Texts texts = bundles.in(language);
    return Stream.of(PublicPage.stored(language, SLUG, () -> render(language, texts)));
  }

  private String render(Language language, Texts texts) {
    Frame frame =
        frames.of(
            language,
            SLUG,
            texts.get("directory.sources"),
            texts.get("directory.sources-description"));
    return Templates.sources(
            frame,
            content.organisations().stream()
                .sorted(Comparator.comparing(Organisation::kind))
                .map(organisation -> OrganisationSources.of(organisation, texts))
                .toList())
        .render();
  }

  /** When the facts were compared with their sources: the day of the oldest comparison. */
  static String checkedText(Organisation organisation, Texts texts) {
    LocalDate oldest =
        organisation.sources().stream()
            .map(Source::checked)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return texts.get("directory.checked", Dates.day(oldest, texts.language()));
  }

  /** Confidence in the telephone number; without a number, the highest confidence of a source. */
  private static String confidence(Organisation organisation) {
    return organisation
        .phone()
        .map(phone -> phone.confidence().name())
        .orElseGet(
            () ->
                organisation.sources().stream()
                    .map(source -> source.confidence().name())
                    .min(Comparator.naturalOrder())
                    .orElseThrow());
  }
}
