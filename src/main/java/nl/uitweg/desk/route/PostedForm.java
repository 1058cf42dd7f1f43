package nl.uitweg.desk.route;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;

/** Reads the fields of a form, for code that runs before the resource method or instead of it. */
public final class PostedForm {

  private PostedForm() {}

  /** Whether the request carries a form without files. */
  public static boolean isForm(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * The fields in the body of the request, which must have been read already; empty when there is
   * no body.
   *
   * @throws IllegalArgumentException when the body cannot be parsed as a form
   */
  public static MultivaluedMap<String, String> fields(RoutingContext context) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    Buffer body = context.body().buffer();
    if (body != null) {
      fields.putAll(
          new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false).parameters());
    }
    return fields;
  }
}
