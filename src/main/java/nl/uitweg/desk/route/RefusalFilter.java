package nl.uitweg.desk.route;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * added a refusal, it records the responses that {@link RefusedRequest} recognises as one.
 */
class RefusalFilter {

  private static final String DESK_PATH = "/backoffice";

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
    String method = request.getMethod();
    Optional<AuditAction> action = RefusedRequest.action(method, response.getStatus());
    AuditObject object = AddressedObject.of(request.getUriInfo());
    String maskedRequest =
        RefusedRequest.masked(method, request.getUriInfo().getRequestUri().getPath());
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
}
