package nl.uitweg.platform.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class PublicPagesTest {

  /** Path of a page; the language code may have a script subtag: {@code /zh-Hans/police}. */
  private static final String PAGE = "/[a-z]{2}(-[A-Z][a-z]{3})?(/[a-z-]+)?";

  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  @Inject PageStore store;
  @Inject Languages languages;

  @Test
  void everyPageHasSecurityHeadersAndNoCookie() {
    List<String> paths = store.paths();
    assertThat(paths).hasSizeGreaterThan(30);
    for (String path : paths) {
      Response response = given().redirects().follow(false).get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertSecurityHeaders(path, response);
    }
  }

  static void assertSecurityHeaders(String path, Response response) {
    assertThat(response.header("Content-Security-Policy"))
        .as(path)
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(response.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
    assertThat(response.header("X-Frame-Options")).as(path).isEqualTo("DENY");
    assertThat(response.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
    assertThat(response.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
    assertThat(response.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
    assertThat(response.header("Permissions-Policy")).as(path).contains("geolocation=()");
    assertThat(response.header("Set-Cookie")).as(path).isNull();
    assertThat(response.header("Server")).as(path).isNull();
  }

  @Test
  void everyPageDeclaresItsLanguageAndLinksToTheOthers() {
    for (String path : store.paths()) {
      if (!path.matches(PAGE)) {
        continue;
      }
      String html = given().get(path).asString();
      String code = path.split("/", -1)[1];
      String direction = languages.byCode(code).orElseThrow().direction();
      assertThat(html).as(path).contains("<html lang=\"" + code + "\" dir=\"" + direction + "\">");
      languages
          .all()
          .forEach(
              other -> assertThat(html).as(path).contains("hreflang=\"" + other.code() + "\""));
      assertThat(html).as(path).contains("/" + code + "/exit");
      assertThat(html)
          .as(path)
          .doesNotContainPattern(
              "<script(?! (type=\"application/ld\\+json\"|src=\"/site-[0-9a-f]{12}\\.js\""
                  + " defer)>)");
    }
  }

  @Test
  void titlesAreNeutral() {
    for (String path : store.paths()) {
      if (path.matches(PAGE)) {
        Matcher title = TITLE.matcher(given().get(path).asString());
        assertThat(title.find()).as(path).isTrue();
        assertThat(title.group(1))
            .as(path)
            .doesNotContainPattern(
                "(?i)mensenhandel|slachtoffer|trafficking|victim|uitbuiting|exploit");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"nl-NL,/nl", "en-US,/en", "de,/en", "en;q=zero,/nl", "zh-CN,/zh-Hans", "ckb,/ar"})
  void rootRedirectsToTheNegotiatedLanguage(String acceptLanguage, String target) {
    Response response =
        given().redirects().follow(false).header("Accept-Language", acceptLanguage).get("/");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.header("Location")).endsWith(target);
    assertThat(response.header("Vary")).contains("Accept-Language");
    assertSecurityHeaders("/", response);
  }

  @ParameterizedTest
  @CsvSource({"/exit", "/nl/exit", "/en/exit"})
  void exitRedirectsToANeutralSiteAndClearsData(String path) {
    Response response = given().redirects().follow(false).get(path);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.header("Location")).startsWith("https://").doesNotContain("localhost");
    assertThat(response.header("Clear-Site-Data")).contains("\"cache\"");
    assertSecurityHeaders(path, response);
  }

  /** Wikipedia has no editions per script: the Chinese edition is {@code zh}. */
  @ParameterizedTest
  @CsvSource({"zh-Hans,zh", "ar,ar", "pl,pl", "nl,nl"})
  void exitRedirectsToWikipediaInTheLanguage(String language, String edition) {
    Response response = given().redirects().follow(false).get("/" + language + "/exit");
    assertThat(response.header("Location")).isEqualTo("https://" + edition + ".wikipedia.org/");
  }

  /** TAG stands for the entity tag of the page. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TAG | 304",
        "W/TAG | 304", // as a proxy that compresses may send it
        "\"other\", TAG | 304",
        "* | 304",
        "\"other\" | 200",
        "not quoted | 200",
      })
  void answersNotModifiedForAnUnchangedPage(String ifNoneMatch, int status) {
    store.find("/nl").orElseThrow().compress(5);
    Response whole = given().header("Accept-Encoding", "br").get("/nl");
    Response response =
        given()
            .header("Accept-Encoding", "br")
            .header("If-None-Match", ifNoneMatch.replace("TAG", whole.header("ETag")))
            .get("/nl");
    assertThat(response.statusCode()).isEqualTo(status);
    for (String header : List.of("ETag", "Vary", "Cache-Control")) {
      assertThat(response.headers().getValues(header))
          .as(header)
          .isEqualTo(whole.headers().getValues(header))
          .hasSize(1);
    }
    assertSecurityHeaders("/nl", response);
  }

  @Test
  void sendsThePageWhenThereIsOnlyADate() {
    String date = "Sun, 29 Nov 2026 10:00:00 GMT";
    assertThat(given().header("If-Modified-Since", date).get("/nl").statusCode()).isEqualTo(200);
    assertThat(given().header("If-Modified-Since", "today").get("/nl").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"br,br", "gzip,gzip", "'br;q=0, gzip',gzip"})
  void usesAnEncodingThatTheBrowserAccepts(String accepted, String sent) {
    store.find("/nl/police").orElseThrow().compress(5);
    Response response = given().header("Accept-Encoding", accepted).get("/nl/police");
    assertThat(response.header("Content-Encoding")).isEqualTo(sent);
    assertThat(response.header("Vary")).contains("Accept-Encoding");
  }

  @Test
  void sitemapListsEveryPageInEveryLanguage() {
    String sitemap = given().get("/sitemap.xml").asString();
    for (String path : store.paths()) {
      if (path.matches(PAGE)) {
        assertThat(sitemap).contains(path + "</loc>");
      }
    }
    assertThat(sitemap).contains("/nl/report</loc>").contains("/en/code</loc>");
  }

  @ParameterizedTest
  @CsvSource({
    "/nl/does-not-exist,nl,404",
    "/en/nowhere,en,404",
    "/xx,en,404",
    "/xx/police,en,404",
    "/nl/police/more,nl,404",
    "/nl/..%2f..%2fetc,nl,404",
    "/nl/%00,nl,404",
    "/backoffice.html,en,404"
  })
  void unknownAddressGetsAnErrorPageWithLinks(String path, String language, int status) {
    Response response = given().urlEncodingEnabled(false).header("Accept-Language", "en").get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(response.asString())
        .contains("<html lang=\"" + language + "\"")
        .contains("/" + language + "/help\"");
    assertSecurityHeaders(path, response);
  }

  @Test
  void wrongMethodGetsAnErrorPage() {
    Response response = given().post("/en/police");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.asString()).contains("<html lang=\"en\"");
    assertSecurityHeaders("/en/police", response);
  }
}
