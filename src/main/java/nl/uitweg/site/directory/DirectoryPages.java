package nl.uitweg.site.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;

/** Public page with all organisations, one card each, grouped by kind. */
@Singleton
class DirectoryPages implements PublicPages {

  private static final String SLUG = "organisations";

  private final Content content;
  private final Bundles bundles;
  private final Frames frames;
  private final FinderViews finderViews;

  DirectoryPages(Content content, Bundles bundles, Frames frames, FinderViews finderViews) {
    this.content = content;
    this.bundles = bundles;
    this.frames = frames;
    this.finderViews = finderViews;
  }

  @CheckedTemplate(basePath = "site/directory")
  static class Templates {
    static native TemplateInstance organisations(
        Frame frame,
        List<Group> groups,
        FinderViews.SearchForm finder,
        List<String> noReasons,
        String structuredData);
  }

  /**
   * Organisations of one kind.
   *
   * @param id anchor of the group
   * @param note text below the heading; empty when there is none
   * @param folded whether the visitor must unfold the cards
   */
  record Group(
      String id, String heading, String note, boolean folded, List<OrganisationCard> cards) {}

  @Override
  public Stream<PublicPage> in(Language language) {
    Texts texts = bundles.in(language);
    return Stream.of(
        PublicPage.timed(
            language,
            SLUG,
            at -> OpeningHours.timeState(content.organisations(), at),
            at -> render(language, texts, at)));
  }

  private String render(Language language, Texts texts, Instant at) {
    return Templates.organisations(
            frames.of(
                language, SLUG, texts.get("directory.title"), texts.get("directory.description")),
            groups(texts, at),
            finderViews.empty(texts),
            List.of(),
            StructuredData.of(content.organisations(), texts))
        .render();
  }

  private List<Group> groups(Texts texts, Instant at) {
    return Stream.of(Organisation.Kind.values())
        .map(
            kind ->
                new Group(
                    "kind-" + kind.name().toLowerCase(Locale.ROOT),
                    texts.get("directory.kind." + kind.name().toLowerCase(Locale.ROOT)),
                    kind == Organisation.Kind.PARTNER ? texts.get("directory.partner-note") : "",
                    kind == Organisation.Kind.PARTNER,
                    content.organisations().stream()
                        .filter(organisation -> organisation.kind() == kind)
                        .map(organisation -> OrganisationCard.of(organisation, texts, at))
                        .toList()))
        .filter(group -> !group.cards().isEmpty())
        .toList();
  }
}
