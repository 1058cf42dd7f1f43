package nl.uitweg.site.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
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

  record Group(String heading, String note, List<OrganisationCard> cards) {}

  @Override
  public Stream<PublicPage> in(Language language) {
    Texts texts = bundles.in(language);
    return Stream.of(
        PublicPage.stored(
            language,
            SLUG,
            () ->
                Templates.organisations(
                        frames.of(
                            language,
                            SLUG,
                            texts.get("directory.title"),
                            texts.get("directory.description")),
                        groups(texts),
                        finderViews.empty(texts),
                        List.of(),
                        StructuredData.of(content.organisations(), texts))
                    .render()));
  }

  private List<Group> groups(Texts texts) {
    return Stream.of(Organisation.Kind.values())
        .map(
            kind ->
                new Group(
                    texts.get("directory.kind." + kind.name().toLowerCase(Locale.ROOT)),
                    kind == Organisation.Kind.PARTNER ? texts.get("directory.partner-note") : "",
                    content.organisations().stream()
                        .filter(organisation -> organisation.kind() == kind)
                        .map(organisation -> OrganisationCard.of(organisation, texts))
                        .toList()))
        .filter(group -> !group.cards().isEmpty())
        .toList();
  }
}
