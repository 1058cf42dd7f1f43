package nl.uitweg.desk.route;

import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.uitweg.audit.AuditAction;

/** Which responses of the desk are refusals, and what {@link RefusalFilter} records of them. */
final class RefusedRequest {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
  private static final Set<Integer> REFUSED_STATUSES = Set.of(403, 404, 405, 415);
  private static final Set<Integer> REFUSED_FORM_STATUSES = Set.of(400, 409, 422);
  private static final Pattern FIXED_SEGMENT = Pattern.compile("[a-z.]{1,20}");
  private static final int MAX_SEGMENTS = 9;

  private RefusedRequest() {}

  /**
   * The action to record in the audit trail; empty when the response is not a refusal. A refusal is
   * a response with a status of {@link #REFUSED_STATUSES} (a wrong role, another municipality's
   * report, a forged token, a method that the address does not have), or a response to a form with
   * a status of {@link #REFUSED_FORM_STATUSES} (such as a form with a missing field).
   */
  static Optional<AuditAction> action(String method, int status) {
    if (REFUSED_STATUSES.contains(status)) {
      return Optional.of(AuditAction.ACCESS);
    }
    boolean form = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    return form && REFUSED_FORM_STATUSES.contains(status)
        ? Optional.of(AuditAction.FORM)
        : Optional.empty();
  }

  /**
   * The method and the path of the address. Replaces an unknown method, and every segment that does
   * not look like a fixed part of an address, such as an id or a code, by "*".
   */
  static String masked(String method, String path) {
    StringBuilder masked = new StringBuilder(METHODS.contains(method) ? method : "*").append(' ');
    for (String segment : path.substring(1).split("/", MAX_SEGMENTS)) {
      masked.append('/').append(FIXED_SEGMENT.matcher(segment).matches() ? segment : "*");
    }
    return masked.toString();
  }
}
