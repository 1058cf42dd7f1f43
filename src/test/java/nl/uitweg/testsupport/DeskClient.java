package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTTP client of the desk for a logged-in user; sends requests without rendering pages. */
public final class DeskClient implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final String base;
  private final BrowserContext context;

  public DeskClient(String base, String user) {
    this(base, Browser.officer(base, user, 1280, true));
  }

  public DeskClient(Installation site, String user) {
    this(site.url(), Browser.officer(site, user, 1280, true));
  }

  private DeskClient(String base, BrowserContext context) {
    this.base = base;
    this.context = context;
  }

  /** The same user in another browser, with a separate login. */
  public static DeskClient inAnotherBrowser(String base, String user) {
    return new DeskClient(base, Browser.newLogin(base, user, 1280, true));
  }

  public APIResponse get(String path) {
    return context.request().get(base + path);
  }

  /** The anti-forgery token of the forms on the page at {@code from}. */
  public String token(String from) {
    return tokenIn(get(from).text());
  }

  /** The anti-forgery token in the HTML of a page. */
  public static String tokenIn(String page) {
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).as("the page contains a form token").isTrue();
    return token.group(1);
  }

  /**
   * Posts a form with the token of the page at {@code from}.
   *
   * @param fields names and values in turn
   */
  public APIResponse post(String from, String path, String... fields) {
    return postWith(token(from), path, fields);
  }

  public APIResponse postWith(String token, String path, String... fields) {
    return postWith(Map.of(), token, path, fields);
  }

  /** Like {@link #post}, but returns the redirect itself. */
  public APIResponse postWithoutFollowing(String from, String path, String... fields) {
    FormData form = FormData.create().set("token", token(from));
    for (int i = 0; i < fields.length; i += 2) {
      form.append(fields[i], fields[i + 1]);
    }
    return context
        .request()
        .post(base + path, RequestOptions.create().setForm(form).setMaxRedirects(0));
  }

  /** Posts a form with this token and these request headers. */
  public APIResponse postWith(
      Map<String, String> headers, String token, String path, String... fields) {
    FormData form = FormData.create().set("token", token);
    for (int i = 0; i < fields.length; i += 2) {
      form.append(fields[i], fields[i + 1]);
    }
    RequestOptions options = RequestOptions.create().setForm(form);
    headers.forEach(options::setHeader);
    return context.request().post(base + path, options);
  }

  /** Sends a JSON body with any method. */
  public APIResponse send(String method, String path, String json) {
    return context
        .request()
        .fetch(
            base + path,
            RequestOptions.create()
                .setMethod(method)
                .setHeader("Content-Type", "application/json")
                .setData(json));
  }

  /** The value of the header Cookie, for requests that another client sends at the same time. */
  public String cookies() {
    return context.cookies(base + "/backoffice").stream()
        .map(cookie -> cookie.name + "=" + cookie.value)
        .collect(Collectors.joining("; "));
  }

  public BrowserContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
