package nl.uitweg.architecture.wrong.report;

import jakarta.ws.rs.core.Response;

/** Breaks a rule on purpose, to show that the rule bites. */
public final class DependsOnHttp {

  private DependsOnHttp() {}

  public static Response answer() {
    return Response.ok().build();
  }
}
