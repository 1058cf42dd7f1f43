package nl.uitweg.platform.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;

/**
 * Creates responses with an HTML page. {@link SecurityHeaders} adds the headers that every response
 * needs, {@code Cache-Control: no-store} included.
 */
public final class HtmlResponse {

  private static final String CONTENT_TYPE = "text/html; charset=utf-8";

  private HtmlResponse() {}

  /** The page with status 200. */
  public static Response ok(TemplateInstance page) {
    return of(Response.Status.OK.getStatusCode(), page);
  }

  public static Response of(int status, TemplateInstance page) {
    return of(status, page.render());
  }

  /** As {@link #of(int, TemplateInstance)}, for a page that was rendered already. */
  public static Response of(int status, String html) {
    return Response.status(status).entity(html).header("Content-Type", CONTENT_TYPE).build();
  }
}
