package nl.uitweg.site.report;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Test client for the form. Like a browser without JavaScript, it posts fields and keeps the token
 * of the latest page.
 */
public final class FormClient {

  private static final Pattern TOKEN = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

  /** Tokens of "check your answers", by site, language, municipality and contact choice. */
  private static final Map<String, String> CHECK_TOKENS = new ConcurrentHashMap<>();

  /** The descriptions that were used with the answers of {@link #CHECK_TOKENS}. */
  private static final Set<String> USED_DESCRIPTIONS = ConcurrentHashMap.newKeySet();

  private final String language;
  private final String site;
  private final Supplier<RequestSpecification> request;
  private String token = "";

  public FormClient(String language) {
    this.language = language;
    this.site = "";
    this.request = RestAssured::given;
  }

  /** A client with this loopback address as its source address, for the site on a port. */
  public FormClient(String language, String sourceAddress, int port) {
    this.language = language;
    this.site = "port " + port;
    RestAssuredConfig config =
        RestAssuredConfig.config()
            .httpClient(
                HttpClientConfig.httpClientConfig()
                    .setParam("http.route.local-address", inetAddress(sourceAddress)));
    this.request = () -> given().config(config).baseUri("http://127.0.0.1").port(port);
  }

  private static InetAddress inetAddress(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }

  public Response open() {
    return remember(request.get().get("/" + language + "/report"));
  }

  /**
   * Presses "next".
   *
   * @param fields names and values alternately
   */
  public Response next(String... fields) {
    return press("next", fields);
  }

  public Response press(String button, String... fields) {
    RequestSpecification posted =
        request
            .get()
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParam("state", token)
            .formParam("go", button);
    for (int i = 0; i < fields.length; i += 2) {
      posted.formParam(fields[i], fields[i + 1]);
    }
    return remember(posted.post("/" + language + "/report"));
  }

  /** Presses "send" with one file, and consents to a file that cannot be cleaned. */
  public Response sendWithFile(String name, String content) {
    return sendWithFile(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #sendWithFile(String, String)}, with any content. */
  public Response sendWithFile(String name, byte[] content) {
    return request
        .get()
        .multiPart("state", token)
        .multiPart("uncleaned", "yes")
        .multiPart("files", name, content, "application/octet-stream")
        .multiPart("go", "send")
        .post("/" + language + "/report");
  }

  /**
   * Fills in all screens up to "check your answers". To save time, a report without contact details
   * reuses an earlier form and changes only its description. It never sets the same description
   * twice, because that would be the same report.
   */
  public Response fillIn(String municipality, String description, String contact) {
    String answers = String.join(" ", site, language, municipality, contact);
    String earlier = CHECK_TOKENS.get(answers);
    if (earlier != null && USED_DESCRIPTIONS.add(answers + " " + description)) {
      token = earlier;
      press("change:what");
      Response checked = next("what", description, "since", "ongoing");
      if (checked.asString().contains("value=\"send\"")) {
        return checked; // otherwise the earlier form has expired
      }
    }
    Response checked = fillInEveryScreen(municipality, description, contact);
    if (contact.equals("unknown")) {
      USED_DESCRIPTIONS.add(answers + " " + description);
      CHECK_TOKENS.put(answers, token);
    }
    return checked;
  }

  /** Fills in all screens up to "check your answers" of a new form. */
  private Response fillInEveryScreen(String municipality, String description, String contact) {
    open();
    next("safety", "no", "role", "neighbour");
    next("forms", "labour");
    next("indicators", "labour.no-passport", "indicators", "labour.long-days");
    next("municipality", municipality, "place", "Zeestraat 1");
    next("what", description, "since", "ongoing", "often", "");
    next("age", "adult", "number", "few", "children", "no", "speaks", "", "controller", "");
    next("how", "saw");
    return next("contact", contact);
  }

  /** The code in the confirmation; empty when there is none. */
  public static String code(Response sent) {
    return code(sent.asString());
  }

  /** The code in the confirmation with this HTML; empty when there is none. */
  public static String code(String html) {
    Matcher code = Pattern.compile("<p class=\"code\"[^>]*>(.*?)</p>").matcher(html);
    return code.find() ? code.group(1).replaceAll("[^0-9]", "") : "";
  }

  /** The token in a page; empty when there is none. */
  public static String tokenIn(String page) {
    Matcher found = TOKEN.matcher(page);
    return found.find() ? found.group(1) : "";
  }

  public String sealedState() {
    return token;
  }

  public void token(String newToken) {
    token = newToken;
  }

  private Response remember(Response response) {
    Matcher found = TOKEN.matcher(response.asString());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }
}
