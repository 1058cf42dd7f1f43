package nl.uitweg.desk.route;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;

/** Enforces what {@link DeskAction} declares, inside the transaction of the route. */
@Interceptor
@DeskAction(records = {})
@Priority(Interceptor.Priority.APPLICATION)
class DeskActionInterceptor {

  private final CurrentOfficer current;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final UriInfo address;

  DeskActionInterceptor(
      CurrentOfficer current,
      DatabaseAccess access,
      AuditTrail audit,
      RefusalTrail refusals,
      UriInfo address) {
    this.current = current;
    this.access = access;
    this.audit = audit;
    this.refusals = refusals;
    this.address = address;
  }

  @AroundInvoke
  Object run(InvocationContext invocation) throws Exception {
    DeskAction action = invocation.getMethod().getAnnotation(DeskAction.class);
    if (action == null) {
      return invocation.proceed();
    }
    restrict(action.rows(), current.get());
    access.actFor(current.get().name());
    Object result = invocation.proceed();
    if (isSuccess(result)) {
      record(List.of(action.records()), mayShowProblem(invocation.getMethod(), result));
    }
    return result;
  }

  /** Whether the response may be a form that is shown again: a page in response to a form. */
  private static boolean mayShowProblem(Method route, Object result) {
    boolean redirected =
        result instanceof Response response
            && response.getStatus() == Response.Status.SEE_OTHER.getStatusCode();
    return route.isAnnotationPresent(POST.class) && !redirected;
  }

  private void record(List<AuditAction> declared, boolean mayShowProblem) {
    if (declared.isEmpty()
        || audit.hasNothingToRecord()
        || !refusals.isEmpty()
        || !Collections.disjoint(audit.pendingActions(), declared)) {
      return;
    }
    if (mayShowProblem) {
      throw new IllegalStateException("The route recorded none of its actions " + declared);
    }
    audit.add(AuditEntry.done(current.get().name(), declared.get(0), AddressedObject.of(address)));
  }

  private void restrict(DeskAction.Rows rows, Officer officer) {
    VisibleRows visible = VisibleRows.of(rows, officer).orElseThrow(NotFoundException::new);
    if (visible.ofCareCoordination()) {
      access.asCareCoordination();
    } else {
      access.asDesk(visible.municipalities());
    }
  }

  private static boolean isSuccess(Object result) {
    return !(result instanceof Response response)
        || response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode();
  }
}
