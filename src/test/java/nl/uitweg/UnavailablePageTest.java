package nl.uitweg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.junit.jupiter.api.Test;

/**
 * The page that nginx shows when no replica answers. It contains the texts of the site in every
 * language, because nginx does not know the visitor's, and loads nothing. {@code
 * -Dunavailable.update} writes it anew.
 */
class UnavailablePageTest {

  private static final Path FILE = Path.of("deploy/nginx/unavailable.html");

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="nl">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="robots" content="noindex">
      <title>%s</title>
      <style>
      body { font: 1.125rem/1.5 sans-serif; max-width: 40rem; margin: 1rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
      section { border-bottom: 1px solid #767676; padding: 0.5rem 0 1rem }
      h1, h2 { font-size: 1.25rem; margin: 0.5rem 0 }
      p { margin: 0.5rem 0 }
      a { display: inline-block; min-height: 2.75rem; line-height: 2.75rem; font-weight: bold; color: #8c1c13 }
      @media (prefers-color-scheme: dark) { body { color: #f2f2f2; background: #1a1a1a } a { color: #ffb4ab } }
      </style>
      </head>
      <body>
      <main>
      """;

  @Test
  void containsTextsOfEveryLanguage() throws IOException {
    String expected = page();
    if (System.getProperty("unavailable.update") != null) {
      Files.writeString(FILE, expected);
    }
    assertThat(Files.readString(FILE))
        .as("write it anew with bin/test -Dtest=UnavailablePageTest -Dunavailable.update")
        .isEqualTo(expected);
    assertThat(expected).as("loads nothing").doesNotContain("src=", "<link", "url(");
  }

  @Test
  void nginxLeavesTheLimitOfFormsToTheSite() throws IOException {
    String settings = Files.readString(Path.of("src/main/resources/application.properties"));
    Matcher limit =
        Pattern.compile("quarkus\\.http\\.limits\\.max-body-size=(\\d+)M").matcher(settings);
    assertThat(limit.find()).isTrue();
    assertThat(Files.readString(FILE.resolveSibling("uitweg.conf")))
        .contains("client_max_body_size " + limit.group(1) + "m;");
  }

  private static String page() {
    Languages languages = Languages.read(Path.of("i18n"));
    Bundles bundles = Bundles.read(Path.of("i18n"), languages);
    StringBuilder html =
        new StringBuilder(HEAD.formatted(text(bundles, Language.DUTCH, "page.error-503-title")));
    List<Language> all = languages.all();
    for (Language language : all) {
      String heading = language.equals(Language.DUTCH) ? "h1" : "h2";
      html.append(
          """
          <section lang="%s" dir="%s">
          <%4$s>%3$s</%4$s>
          <p>%5$s</p>
          <p>%6$s<a href="tel:112">112</a>%7$s</p>
          </section>
          """
              .formatted(
                  language.code(),
                  language.direction(),
                  text(bundles, language, "page.error-503-title"),
                  heading,
                  text(bundles, language, "page.error-503-text"),
                  escaped(bundles.in(language).before("page.danger-line")),
                  escaped(bundles.in(language).after("page.danger-line"))));
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String text(Bundles bundles, Language language, String key) {
    return escaped(bundles.in(language).get(key));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
