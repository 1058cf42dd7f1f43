package nl.uitweg.architecture.violation.report;

import jakarta.ws.rs.core.Response;

/** Violates an architecture rule on purpose, to test that the rule detects it. */
public final class DependsOnHttp {

  private DependsOnHttp() {}

  public static Response answer() {
    return Response.ok().build();
  }
}
