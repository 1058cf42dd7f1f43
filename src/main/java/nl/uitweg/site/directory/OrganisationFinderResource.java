package nl.uitweg.site.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * Searches the organisations that can help in a situation. The criteria are posted, so that they
 * appear in no URL.
 */
@Path("{language}/organisations/find")
class OrganisationFinderResource {

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final OrganisationFinder finder;
  private final FinderViews views;
  private final PortalSettings portal;
  private final Clock clock;

  OrganisationFinderResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      OrganisationFinder finder,
      FinderViews views,
      PortalSettings portal,
      Clock clock) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.finder = finder;
    this.views = views;
    this.portal = portal;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "site/directory")
  static class Templates {
    static native TemplateInstance found(
        Frame frame, List<Result> results, FinderViews.SearchForm finder);
  }

  /** A card, and the reasons why the organisation is shown. */
  record Result(OrganisationCard card, List<String> reasons) {}

  /** Redirects to the list of all organisations, for a visitor who opens the address directly. */
  @GET
  public Response redirectToList(String language) {
    Texts texts = texts(language);
    return Response.seeOther(URI.create("/" + texts.language().code() + "/organisations")).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response find(String language, MultivaluedMap<String, String> form) {
    Texts texts = texts(language);
    OrganisationFinder.Criteria criteria =
        new OrganisationFinder.Criteria(
            choice(form, "form", OrganisationFinder.FORMS),
            form.containsKey("minor"),
            choice(form, "status", OrganisationFinder.STATUSES),
            form.containsKey("anonymous"),
            choice(form, "speaks", languages.all().stream().map(Language::code).toList()),
            form.containsKey("open"));
    Instant now = clock.instant();
    List<Result> results =
        finder.find(criteria, now).stream()
            .map(
                match ->
                    new Result(
                        OrganisationCard.of(match.organisation(), texts, now),
                        match.reasons().stream().map(texts::get).toList()))
            .toList();
    Frame frame =
        frames.unlisted(texts.language(), "organisations/find", texts.get("directory.title"));
    return HtmlResponse.ok(Templates.found(frame, results, views.of(criteria, texts)));
  }

  private static Optional<String> choice(
      MultivaluedMap<String, String> form, String field, List<String> known) {
    return Optional.ofNullable(form.getFirst(field)).filter(known::contains);
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
