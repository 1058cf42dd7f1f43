package nl.uitweg.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.content.Pictograms;

/**
 * The style guide of the public pages, at {@code /styleguide} on a port of the demo: its design
 * tokens, its pictograms, and every component in every state, with the stylesheet of the site that
 * runs. {@code ?dir=rtl} shows it from right to left.
 */
public final class Styleguide {

  private static final Path PAGE = Path.of("src/demo/html/styleguide.html");
  private static final Path PICTOGRAMS = Path.of("src/main/resources/pictograms");
  private static final Pattern STYLESHEET = Pattern.compile("href=\"(/style-[^\"]+\\.css)\"");
  private static final Pattern TOKEN = Pattern.compile("(--uw-[a-z-]+):\\s*(#[0-9a-fA-F]{3,8})");
  private static final Pattern PICTOGRAM = Pattern.compile("\\{picture:([a-z]+)}");

  /** A rule that applies only while something is hovered, focused or pressed. */
  private static final Pattern STATE_RULE =
      Pattern.compile("([^{}]*:(?:hover|focus-visible|focus)[^{}]*)\\{([^{}]*)}");

  private Styleguide() {}

  /** Serves the style guide on this machine until the process ends. */
  static URI serve(int port, String site) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/styleguide", exchange -> answer(exchange, site));
    server.start();
    return URI.create("http://localhost:" + port + "/styleguide");
  }

  private static void answer(HttpExchange exchange, String site) throws IOException {
    boolean rightToLeft = String.valueOf(exchange.getRequestURI().getQuery()).contains("dir=rtl");
    byte[] page = page(stylesheet(site), rightToLeft).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  /**
   * The page.
   *
   * @param stylesheet the stylesheet of the public pages
   */
  public static String page(String stylesheet, boolean rightToLeft) throws IOException {
    String page =
        Files.readString(PAGE)
            .replace("{dir}", rightToLeft ? "rtl" : "ltr")
            .replace("{style}", stylesheet + shownStates(stylesheet))
            .replace("{tokens}", tokens(stylesheet))
            .replace("{pictograms}", pictograms());
    return PICTOGRAM
        .matcher(page)
        .replaceAll(mark -> Matcher.quoteReplacement(Pictograms.named(mark.group(1)).toString()));
  }

  private static String stylesheet(String site) throws IOException {
    Matcher address = STYLESHEET.matcher(get(site + "/nl"));
    if (!address.find()) {
      throw new IOException("The home page has no stylesheet");
    }
    return get(site + address.group(1));
  }

  private static String get(String address) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /**
   * The rules for hover and focus once more, for elements with a class that stands for the state.
   */
  private static String shownStates(String stylesheet) {
    return STATE_RULE
        .matcher(stylesheet)
        .results()
        .map(
            rule ->
                rule.group(1)
                        .strip()
                        .replace(":hover", ".is-hovered")
                        .replaceAll(":focus(-visible)?", ".is-focused")
                    + "{"
                    + rule.group(2)
                    + "}")
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String tokens(String stylesheet) {
    return TOKEN
        .matcher(stylesheet)
        .results()
        .map(token -> token.group(1))
        .distinct()
        .map(
            name ->
                "<tr><th scope=\"row\"><code>%1$s</code></th><td><span class=\"sample\" style=\"background:var(%1$s)\"></span></td></tr>"
                    .formatted(name))
        .collect(Collectors.joining("\n"));
  }

  private static String pictograms() throws IOException {
    try (Stream<Path> files = Files.list(PICTOGRAMS)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".svg", "")).sorted().toList();
      return names.stream()
          .map(
              name ->
                  "<li class=\"titled\">"
                      + Pictograms.named(name)
                      + "<span>"
                      + name
                      + "</span></li>")
          .collect(Collectors.joining("\n"));
    }
  }
}
