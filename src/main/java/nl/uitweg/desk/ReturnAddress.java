package nl.uitweg.desk;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list from which an officer opened a report, with its view and filter: an address below {@code
 * /backoffice}, in the parameter {@code from}. Every form of a report passes it on, so that the
 * officer returns to the same list.
 */
public final class ReturnAddress {

  private static final String DESK = "/backoffice";
  private static final String PARAMETER = "from";
  private static final int MAX_LENGTH = 2_000;

  /** A list of the desk with its parameters; nothing else, so that it never leads elsewhere. */
  private static final Pattern LIST =
      Pattern.compile(
          "(/search(/[A-Za-z0-9_-]+)?|/lookalikes|/purge|/agenda|/dossiers(/[0-9a-f-]{36}(/referral)?)?)?"
              + "(\\?(?:[A-Za-z0-9=&._~+*\\-]++|%[0-9A-Fa-f]{2})*+)?");

  private ReturnAddress() {}

  /** The address of the list; that of the inbox when the request names none. */
  public static String of(HttpServerRequest request) {
    return DESK + list(request).orElse("");
  }

  /** The query string that passes the list on; empty when the request names none. */
  public static String query(HttpServerRequest request) {
    return list(request).map(ReturnAddress::parameter).orElse("");
  }

  /**
   * The query string for links from a list.
   *
   * @param list address of the list
   */
  public static String fromList(String list) {
    return parameter(list.substring(DESK.length()));
  }

  /** The list that a query string of {@link #query} passes on; empty for an empty query string. */
  static String listIn(String query) {
    return query.isEmpty()
        ? ""
        : URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  private static String parameter(String list) {
    return "?" + PARAMETER + "=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
  }

  private static Optional<String> list(HttpServerRequest request) {
    return Optional.ofNullable(request.getParam(PARAMETER))
        .filter(list -> !list.isEmpty() && list.length() <= MAX_LENGTH)
        .filter(list -> LIST.matcher(list).matches());
  }
}
