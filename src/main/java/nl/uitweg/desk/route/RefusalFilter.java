package nl.uitweg.desk.route;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.desk.officer.CurrentOfficer;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Records in the audit trail what the desk refused to a user who is logged in, before the response
 * is sent. It records the events that the screens added to the {@link RefusalTrail}. If no screen
 * added a refusal, it records any response with a status of {@link #REFUSED_STATUSES} (a wrong
 * role, another municipality's report, a forged token, a method that the address does not have),
 * and a response to a form with a status of {@link #REFUSED_FORM_STATUSES} (such as a form with a
 * missing field).
 */
class RefusalFilter {

  private static final String DESK_PATH = "/backoffice";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
  private static final Set<Integer> REFUSED_STATUSES = Set.of(403, 404, 405, 415);
  private static final Set<Integer> REFUSED_FORM_STATUSES = Set.of(400, 409, 422);
  private static final Pattern FIXED_SEGMENT = Pattern.compile("[a-z.]{1,20}");
  private static final int MAX_SEGMENTS = 9;

  private final RefusalTrail trail;
  private final RefusalRecorder recorder;
  private final CurrentOfficer current;
  private final ManagedExecutor executor;

  RefusalFilter(
      RefusalTrail trail,
      RefusalRecorder recorder,
      CurrentOfficer current,
      ManagedExecutor executor) {
    this.trail = trail;
    this.recorder = recorder;
    this.current = current;
    this.executor = executor;
  }

  @ServerResponseFilter
  public Uni<Void> record(
      ContainerRequestContext request,
      ContainerResponseContext response,
      SimpleResourceInfo resource) {
    if (!isDesk(resource, request.getUriInfo())) {
      return Uni.createFrom().voidItem();
    }
    Optional<AuditAction> action = refusedAction(request.getMethod(), response.getStatus());
    AuditObject object = AddressedObject.of(request.getUriInfo());
    String maskedRequest =
        maskedMethod(request.getMethod()) + " " + maskedPath(request.getUriInfo());
    if (BlockingOperationControl.isBlockingAllowed()) {
      record(action, object, maskedRequest);
      return Uni.createFrom().voidItem();
    }
    // Roles are checked on the event loop, which must not block on the database.
    return Uni.createFrom()
        .completionStage(() -> executor.runAsync(() -> record(action, object, maskedRequest)));
  }

  /** A request for which there is no resource method is recognised by its path. */
  private static boolean isDesk(SimpleResourceInfo resource, UriInfo address) {
    return resource.getResourceClass() == null
        ? address.getRequestUri().getPath().startsWith(DESK_PATH)
        : DeskRoutes.contain(resource);
  }

  /** The action to record in the audit trail; empty when the response is not a refusal. */
  private static Optional<AuditAction> refusedAction(String method, int status) {
    if (REFUSED_STATUSES.contains(status)) {
      return Optional.of(AuditAction.ACCESS);
    }
    boolean form = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    return form && REFUSED_FORM_STATUSES.contains(status)
        ? Optional.of(AuditAction.FORM)
        : Optional.empty();
  }

  private void record(Optional<AuditAction> action, AuditObject object, String maskedRequest) {
    List<AuditEntry> entries = new ArrayList<>(trail.drain());
    // A screen that refuses an action and still shows the report also adds that reading, with
    // result "done".
    boolean recorded = entries.stream().anyMatch(entry -> entry.result() != AuditResult.DONE);
    if (action.isPresent() && !recorded && current.isLoggedIn()) {
      entries.add(
          new AuditEntry(
              current.get().name(), action.get(), object, AuditResult.REFUSED, maskedRequest));
    }
    if (!entries.isEmpty()) {
      recorder.record(entries);
    }
  }

  private static String maskedMethod(String method) {
    return METHODS.contains(method) ? method : "*";
  }

  /**
   * The path of the address. Replaces every segment that does not look like a fixed part of an
   * address, such as an id or a code, by "*".
   */
  private static String maskedPath(UriInfo address) {
    StringBuilder masked = new StringBuilder();
    for (String segment : address.getRequestUri().getPath().substring(1).split("/", MAX_SEGMENTS)) {
      masked.append('/').append(FIXED_SEGMENT.matcher(segment).matches() ? segment : "*");
    }
    return masked.toString();
  }
}
