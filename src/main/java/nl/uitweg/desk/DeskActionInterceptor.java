package nl.uitweg.desk;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.persistence.DatabaseAccess;

/** Does what {@link DeskAction} declares, inside the transaction of the route. */
@Interceptor
@DeskAction
@Priority(Interceptor.Priority.APPLICATION)
class DeskActionInterceptor {

  private final CurrentOfficer current;
  private final DatabaseAccess access;
  private final AuditTrail audit;
  private final RefusalTrail refusals;

  DeskActionInterceptor(
      CurrentOfficer current, DatabaseAccess access, AuditTrail audit, RefusalTrail refusals) {
    this.current = current;
    this.access = access;
    this.audit = audit;
    this.refusals = refusals;
  }

  @AroundInvoke
  Object run(InvocationContext invocation) throws Exception {
    DeskAction action = invocation.getMethod().getAnnotation(DeskAction.class);
    if (action == null) {
      return invocation.proceed();
    }
    restrict(action.rows(), current.get());
    Object result = invocation.proceed();
    if (action.audited() && isSuccess(result) && !audit.isRecorded() && refusals.isEmpty()) {
      throw new IllegalStateException(invocation.getMethod() + " added no audit event");
    }
    return result;
  }

  private void restrict(DeskAction.Rows rows, Officer officer) {
    switch (rows) {
      case REPORTS -> restrictToReports(officer);
      case OWN_REPORTS_IF_ANY -> access.asDesk(officer.municipalities());
      case RECEIVED_REFERRALS -> {
        if (officer.roles().contains(Officer.CARE_COORDINATOR)) {
          access.asCareCoordination();
        } else {
          restrictToReports(officer);
        }
      }
      case NONE -> access.asDesk(List.of());
    }
  }

  private void restrictToReports(Officer officer) {
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.asDesk(officer.municipalities());
  }

  private static boolean isSuccess(Object result) {
    return !(result instanceof Response response)
        || response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode();
  }
}
