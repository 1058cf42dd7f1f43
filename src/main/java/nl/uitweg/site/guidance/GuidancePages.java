package nl.uitweg.site.guidance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.uitweg.content.Content;
import nl.uitweg.content.GuidancePage;
import nl.uitweg.content.PageFacts;
import nl.uitweg.content.SourceDate;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.platform.page.PublicPage;
import nl.uitweg.platform.page.PublicPages;
import nl.uitweg.site.directory.ContactLines;
import nl.uitweg.site.directory.ContactLines.ContactLine;

/** The home page, the page of indicators, the wallet card, and a page for each Markdown file. */
@Singleton
class GuidancePages implements PublicPages {

  /** Slug of the page that shows the emergency number above the text. */
  private static final String DANGER_SLUG = "danger";

  private static final List<String> SIGNALS_PHONE_IDS =
      List.of("police-urgent", "meld-misdaad-anoniem", "arbeidsinspectie", "veilig-thuis");

  /** The home page shows those that can be called now. */
  private static final List<String> HOME_PHONE_IDS =
      List.of("police-urgent", "comensha", "veilig-thuis", "centrum-seksueel-geweld");

  private static final List<String> CARD_PHONE_IDS =
      List.of("police-urgent", "comensha", "veilig-thuis", "police");
  private static final List<String> SUMMARY_SLUGS =
      List.of(
          "danger", "help", "police", "aangifte", "papers", "time-to-think", "children", "forced");

  private final Content content;
  private final Bundles bundles;
  private final Frames frames;
  private final ContactLines contactLines;

  GuidancePages(Content content, Bundles bundles, Frames frames, ContactLines contactLines) {
    this.content = content;
    this.bundles = bundles;
    this.frames = frames;
    this.contactLines = contactLines;
  }

  @CheckedTemplate(basePath = "site/guidance")
  static class Templates {
    static native TemplateInstance home(Frame frame, List<Call> calls);

    static native TemplateInstance signals(
        Frame frame, List<IndicatorList> lists, List<Call> calls, SourceView source);

    static native TemplateInstance card(
        Frame frame, List<Call> calls, QrCodeImage qr, List<PageSummary> summary);

    static native TemplateInstance guidance(
        Frame frame,
        GuidancePage page,
        List<Call> urgentCalls,
        List<Call> calls,
        List<Link> allMunicipalities,
        List<Link> relatedPages,
        Link next,
        List<SourceView> sources);
  }

  /** The indicators of one form of exploitation. */
  record IndicatorList(String id, String heading, List<String> indicators) {}

  /** Title and answer of a guidance page, for the summary on the wallet card. */
  record PageSummary(String title, String answer) {}

  /**
   * A link to another page.
   *
   * @param lang language of the text when it differs from that of the page; otherwise empty
   */
  record Link(String href, String text, String lang) {}

  /** A source, with a text that says how old it is, when it was checked and how certain it is. */
  record SourceView(String url, String checked) {}

  @Override
  public Stream<PublicPage> in(Language language) {
    Texts texts = bundles.in(language);
    PublicPage home = timed(language, "", HOME_PHONE_IDS, at -> home(language, texts, at));
    PublicPage signals =
        timed(language, "signals", SIGNALS_PHONE_IDS, at -> signals(language, texts, at));
    PublicPage card = PublicPage.stored(language, "card", () -> card(language, texts));
    return Stream.concat(
        Stream.of(home, signals, card),
        content.pages().stream()
            .map(
                facts ->
                    timed(
                        language,
                        facts.slug(),
                        facts.phoneIds(),
                        at -> render(facts, language, texts, at))));
  }

  /** A page that shows whether these organisations can be called now. */
  private PublicPage timed(
      Language language, String slug, List<String> phoneIds, Function<Instant, String> html) {
    return PublicPage.timed(language, slug, at -> contactLines.timeState(phoneIds, at), html);
  }

  private String home(Language language, Texts texts, Instant at) {
    return Templates.home(
            frames.of(language, "", texts.get("home.title"), texts.get("home.description")),
            contactLines.of(HOME_PHONE_IDS, texts, at).stream()
                .filter(ContactLine::open)
                .map(Call::of)
                .toList())
        .render();
  }

  private String signals(Language language, Texts texts, Instant at) {
    Frame frame =
        frames.of(
            language,
            "signals",
            texts.get("guidance.signals-title"),
            texts.get("guidance.signals-description"));
    List<IndicatorList> lists =
        content.indicators().forms().stream()
            .map(
                form ->
                    new IndicatorList(
                        form.id(),
                        texts.get("indicators.form." + form.id()),
                        form.indicators().stream()
                            .map(id -> texts.get("indicators." + id))
                            .toList()))
            .toList();
    return Templates.signals(
            frame,
            lists,
            calls(SIGNALS_PHONE_IDS, texts, at),
            sourceView(content.indicators().source(), language, texts))
        .render();
  }

  private String card(Language language, Texts texts) {
    Frame frame =
        frames.of(
            language,
            "card",
            texts.get("guidance.card-title"),
            texts.get("guidance.card-description"));
    List<PageSummary> summary =
        content.pages().stream()
            .filter(facts -> SUMMARY_SLUGS.contains(facts.slug()))
            .map(facts -> content.page(language, facts.slug()).orElseThrow())
            .map(page -> new PageSummary(page.title(), page.answer()))
            .toList();
    return Templates.card(
            frame,
            CARD_PHONE_IDS.stream().flatMap(id -> call(id, texts).stream()).toList(),
            QrCodeImage.of(frame.home()),
            summary)
        .render();
  }

  private List<Call> calls(List<String> ids, Texts texts, Instant at) {
    return ids.stream()
        .flatMap(
            id ->
                id.equals(PageFacts.MUNICIPALITY)
                    ? MunicipalityCalls.of(content.municipalities(), texts).stream()
                    : contactLines.of(List.of(id), texts, at).stream().map(Call::of))
        .toList();
  }

  private static SourceView sourceView(Source source, Language language, Texts texts) {
    return new SourceView(
        source.url().toString(),
        texts.get(
            "guidance.checked",
            SourceDate.of(source.dated(), texts),
            Dates.day(source.checked(), language),
            texts.get("guidance.confidence-" + source.confidence())));
  }

  private String render(PageFacts facts, Language language, Texts texts, Instant at) {
    GuidancePage page = content.page(language, facts.slug()).orElseThrow();
    Frame frame =
        frames.of(language, facts.slug(), historyTitle(facts, page, texts), page.description());
    List<Call> calls = calls(facts.phoneIds(), texts, at);
    return Templates.guidance(
            frame,
            page,
            calls.stream().filter(call -> facts.slug().equals(DANGER_SLUG)).limit(1).toList(),
            calls,
            allMunicipalities(facts, frame, texts),
            relatedPages(facts, language),
            new Link(
                frame.to(facts.next()),
                nextText(facts.next(), language, texts),
                lang(facts.next(), language)),
            facts.sources().stream().map(source -> sourceView(source, language, texts)).toList())
        .render();
  }

  private Optional<Call> call(String id, Texts texts) {
    return content
        .organisation(id)
        .flatMap(
            organisation ->
                organisation.phone().map(phone -> Call.of(organisation.name(), phone, texts)));
  }

  /**
   * The title that the history of the browser keeps. Whoever reads along there must not learn which
   * page of guidance was read.
   */
  private static String historyTitle(PageFacts facts, GuidancePage page, Texts texts) {
    return facts.section().equals("about") ? page.title() : texts.get("guidance.tab");
  }

  /** The link to the list of organisations, where the page does not show every municipality. */
  private List<Link> allMunicipalities(PageFacts facts, Frame frame, Texts texts) {
    return facts.phoneIds().contains(PageFacts.MUNICIPALITY)
            && MunicipalityCalls.of(content.municipalities(), texts).isEmpty()
        ? List.of(new Link(frame.to("organisations"), texts.get("guidance.organisations-next"), ""))
        : List.of();
  }

  private List<Link> relatedPages(PageFacts facts, Language language) {
    if (facts.slug().equals("about")) {
      return List.of(
          new Link(
              "/" + language.code() + "/figures", bundles.in(language).get("published.link"), ""));
    }
    if (facts.section().equals("about")) {
      return List.of();
    }
    return content.pages().stream()
        .filter(other -> other.section().equals(facts.section()) && !other.equals(facts))
        .map(
            other ->
                new Link(
                    "/" + language.code() + "/" + other.slug(),
                    title(other, language),
                    lang(other.slug(), language)))
        .toList();
  }

  private String nextText(String slug, Language language, Texts texts) {
    return content
        .page(language, slug)
        .map(GuidancePage::title)
        .orElseGet(() -> texts.get("guidance." + slug + "-next"));
  }

  /**
   * Code of the language of the title of a page when it differs from {@code language}; otherwise
   * empty.
   */
  private String lang(String slug, Language language) {
    return content
        .page(language, slug)
        .filter(GuidancePage::untranslated)
        .map(page -> page.textLanguage().code())
        .orElse("");
  }

  private String title(PageFacts facts, Language language) {
    return content.page(language, facts.slug()).orElseThrow().title();
  }
}
