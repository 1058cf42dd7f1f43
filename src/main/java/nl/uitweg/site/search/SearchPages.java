package nl.uitweg.site.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import nl.uitweg.platform.http.HtmlResponse;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.page.Frames;
import nl.uitweg.site.directory.ContactLines;

/** Renders the page with the search field, its problems and its results. */
@Singleton
class SearchPages {

  private static final int UNPROCESSABLE = 422;
  private static final int GONE = 410;
  private static final String SLUG = "search";

  /** Longer input is shown again up to this length, in UTF-16 code units. */
  private static final int MAX_ECHOED_LENGTH = 1_000;

  /** Organisations to call when nothing was found. */
  private static final List<String> PHONE_IDS = List.of("police-urgent", "comensha");

  private final ContactLines contactLines;
  private final Frames frames;
  private final Clock clock;

  SearchPages(ContactLines contactLines, Frames frames, Clock clock) {
    this.contactLines = contactLines;
    this.frames = frames;
    this.clock = clock;
  }

  @CheckedTemplate(basePath = "site/search")
  static class Templates {
    static native TemplateInstance search(Frame frame, String words, String problem);

    static native TemplateInstance results(Frame frame, String words, List<Result> results);

    static native TemplateInstance nothing(
        Frame frame, String words, List<ContactLines.ContactLine> calls);
  }

  /**
   * A link to what was found.
   *
   * @param lang language of title and line when it differs from that of the page; otherwise empty
   * @param name whether the title is the name of an organisation, which is never translated
   */
  record Result(String href, String lang, boolean name, String title, String line) {}

  /** The empty page. */
  Response empty(Texts texts) {
    return HtmlResponse.ok(Templates.search(frame(SLUG, texts), "", ""));
  }

  /** Says that the results cannot be shown again, because their address is too old or forged. */
  Response expired(Texts texts) {
    return HtmlResponse.of(GONE, Templates.search(frame(SLUG, texts), "", "find.expired"));
  }

  /**
   * Says what is wrong with the words, and shows them again.
   *
   * @param problem message key
   */
  Response invalid(String words, String problem, Texts texts) {
    return HtmlResponse.of(
        UNPROCESSABLE, Templates.search(frame(SLUG, texts), echoed(words), problem));
  }

  /**
   * @param token last part of the address; the page in another language has it too
   */
  Response results(String words, String token, List<SearchEntries.Entry> entries, Texts texts) {
    Frame frame = frame(SLUG + "/" + token, texts);
    return HtmlResponse.ok(
        entries.isEmpty()
            ? Templates.nothing(frame, words, contactLines.of(PHONE_IDS, texts, clock.instant()))
            : Templates.results(
                frame, words, entries.stream().map(entry -> result(entry, frame)).toList()));
  }

  private static Result result(SearchEntries.Entry entry, Frame frame) {
    Language textLanguage = entry.textLanguage();
    return new Result(
        frame.to(entry.target().address()),
        textLanguage.equals(frame.language()) ? "" : textLanguage.code(),
        entry.target().kind() == SearchTarget.Kind.ORGANISATION,
        entry.title(),
        entry.line());
  }

  private static String echoed(String words) {
    if (words.length() <= MAX_ECHOED_LENGTH) {
      return words;
    }
    boolean splitsPair = Character.isHighSurrogate(words.charAt(MAX_ECHOED_LENGTH - 1));
    return words.substring(0, splitsPair ? MAX_ECHOED_LENGTH - 1 : MAX_ECHOED_LENGTH);
  }

  private Frame frame(String slug, Texts texts) {
    return frames.unlisted(texts.language(), slug, texts.get("find.title"));
  }
}
