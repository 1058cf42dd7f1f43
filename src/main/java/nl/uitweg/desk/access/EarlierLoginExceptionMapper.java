package nl.uitweg.desk.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.officer.EarlierLoginException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Returns a form of an earlier login to the officer, who has logged in again since, with a token of
 * the current login. The form takes effect only when the officer submits it again.
 */
class EarlierLoginExceptionMapper {

  private static final int CONFLICT = 409;

  private final RetainedForms retainedForms;
  private final DeskTokens tokens;

  EarlierLoginExceptionMapper(RetainedForms retainedForms, DeskTokens tokens) {
    this.retainedForms = retainedForms;
    this.tokens = tokens;
  }

  @ServerExceptionMapper
  public Response toResponse(EarlierLoginException exception, HttpServerRequest request) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry(DeskTokens.FIELD_NAME, tokens.issue(exception.officer())));
    exception
        .form()
        .forEach(
            (name, values) -> {
              if (!name.equals(DeskTokens.FIELD_NAME)) {
                values.forEach(value -> fields.add(Map.entry(name, value)));
              }
            });
    return Response.status(CONFLICT)
        .entity(retainedForms.page(request, RetainedForms.Reason.LOGGED_IN_AGAIN, fields))
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
