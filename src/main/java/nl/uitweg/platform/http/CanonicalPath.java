package nl.uitweg.platform.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import org.jspecify.annotations.Nullable;

/**
 * The canonical spelling of a request path; the only one that filters, permissions and resources
 * see. Every address of the site consists of unreserved characters (RFC 3986, section 2.3). Any
 * other path, such as one with matrix parameters or encoded slashes, does not exist.
 *
 * @param status 200, or the status for a path without a canonical spelling: 400 when its encoding
 *     is broken, otherwise 404
 * @param path empty unless the status is 200
 */
record CanonicalPath(int status, String path) {

  private static final int OK = 200;
  private static final CanonicalPath MALFORMED = new CanonicalPath(400, "");
  private static final CanonicalPath NOT_FOUND = new CanonicalPath(404, "");
  private static final int HEX_RADIX = 16;

  /**
   * Decodes once, removes dot segments and empty segments, and spells the language code as the site
   * does (RFC 3986, section 6.2.2). Applying it to a canonical path returns the same path.
   */
  static CanonicalPath of(@Nullable String raw, Languages languages) {
    if (raw == null || !raw.startsWith("/")) {
      return NOT_FOUND;
    }
    StringBuilder decoded = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        Optional<Character> octet = octet(raw, i);
        if (octet.isEmpty()) {
          return MALFORMED;
        }
        c = octet.get();
        i += 2;
        if (c == '/') {
          return NOT_FOUND;
        }
      }
      if (c != '/' && !isUnreserved(c)) {
        return hasValidEncoding(raw, i) ? NOT_FOUND : MALFORMED;
      }
      decoded.append(c);
    }
    return new CanonicalPath(OK, "/" + String.join("/", segments(decoded.toString(), languages)));
  }

  boolean is(@Nullable String raw) {
    return status == OK && path.equals(raw);
  }

  boolean exists() {
    return status == OK;
  }

  private static Deque<String> segments(String decoded, Languages languages) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : decoded.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    Optional<Language> language =
        Optional.ofNullable(segments.peekFirst()).flatMap(languages::byAnySpelling);
    if (language.isPresent()) {
      segments.removeFirst();
      segments.addFirst(language.get().code());
    }
    return segments;
  }

  private static Optional<Character> octet(String raw, int percent) {
    if (percent + 2 >= raw.length()) {
      return Optional.empty();
    }
    int high = Character.digit(raw.charAt(percent + 1), HEX_RADIX);
    int low = Character.digit(raw.charAt(percent + 2), HEX_RADIX);
    return high < 0 || low < 0 ? Optional.empty() : Optional.of((char) (high * HEX_RADIX + low));
  }

  private static boolean hasValidEncoding(String raw, int from) {
    for (int i = raw.indexOf('%', from); i >= 0; i = raw.indexOf('%', i + 1)) {
      if (octet(raw, i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
