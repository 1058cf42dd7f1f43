package nl.uitweg.desk;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Records what the desk refused to somebody who is logged in, before the answer leaves: what the
 * screens put in the {@link RefusalTrail}, and every other refusal. That is a 403 or 404, such as a
 * wrong role, another municipality's report or a forged token, and a form that got any answer of
 * {@link #REFUSED_FORM}, such as one in which something is missing.
 */
class RefusalFilter {

  private static final String DESK = RefusalFilter.class.getPackageName();
  private static final Set<Integer> REFUSED = Set.of(403, 404);
  private static final Set<Integer> REFUSED_FORM = Set.of(400, 409, 422);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern WORD = Pattern.compile("[a-z.]{1,20}");
  private static final int MOST_SEGMENTS = 9;

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
    Class<?> type = resource.getResourceClass();
    if (type == null || !type.getPackageName().startsWith(DESK)) {
      return Uni.createFrom().voidItem();
    }
    Optional<String> action = refused(request.getMethod(), response.getStatus());
    String object = object(request.getUriInfo());
    String what = request.getMethod() + " " + shape(request.getUriInfo());
    if (BlockingOperationControl.isBlockingAllowed()) {
      record(action, object, what);
      return Uni.createFrom().voidItem();
    }
    // A role is checked on the event loop, where nothing may wait for the database.
    return Uni.createFrom()
        .completionStage(() -> executor.runAsync(() -> record(action, object, what)));
  }

  /** The action in the audit when the answer is a refusal. */
  private static Optional<String> refused(String method, int status) {
    if (REFUSED.contains(status)) {
      return Optional.of("access");
    }
    boolean form = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    return form && REFUSED_FORM.contains(status) ? Optional.of("form") : Optional.empty();
  }

  private void record(Optional<String> action, String object, String what) {
    List<AuditTrail.Entry> entries = new ArrayList<>(trail.take());
    // A screen that shows the report along with its refusal has added the reading, which is done.
    boolean named = entries.stream().anyMatch(entry -> !entry.result().equals("done"));
    if (action.isPresent() && !named && current.isKnown()) {
      entries.add(
          new AuditTrail.Entry(current.get().name(), action.get(), object, "refused", what));
    }
    if (!entries.isEmpty()) {
      recorder.record(entries);
    }
  }

  /** What the address is about, when it names a report or a referral. */
  private static String object(UriInfo address) {
    MultivaluedMap<String, String> names = address.getPathParameters();
    String report = names.getFirst("id");
    String referral = names.getFirst("referral");
    if (isId(report)) {
      return "report/" + report;
    }
    return isId(referral) ? "referral/" + referral : "desk";
  }

  private static boolean isId(@Nullable String text) {
    return text != null && ID.matcher(text).matches();
  }

  /** The address without what somebody may have typed into it. */
  private static String shape(UriInfo address) {
    StringBuilder shape = new StringBuilder();
    for (String segment :
        address.getRequestUri().getPath().substring(1).split("/", MOST_SEGMENTS)) {
      shape.append('/').append(WORD.matcher(segment).matches() ? segment : "*");
    }
    return shape.toString();
  }
}
