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
 * Gives an officer who logged in again the form of the earlier login back, with a token of the
 * present one: only when it is pressed again it counts.
 */
class EarlierLoginMapper {

  private static final int CONFLICT = 409;

  private final RetainedForms retainedForms;
  private final DeskTokens tokens;

  EarlierLoginMapper(RetainedForms retainedForms, DeskTokens tokens) {
    this.retainedForms = retainedForms;
    this.tokens = tokens;
  }

  @ServerExceptionMapper
  public Response earlier(EarlierLoginException earlier, HttpServerRequest request) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    fields.add(Map.entry(DeskTokens.FIELD, tokens.issue(earlier.officer())));
    earlier
        .form()
        .forEach(
            (name, values) -> {
              if (!name.equals(DeskTokens.FIELD)) {
                values.forEach(value -> fields.add(Map.entry(name, value)));
              }
            });
    return Response.status(CONFLICT)
        .entity(retainedForms.page(request, true, fields))
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
