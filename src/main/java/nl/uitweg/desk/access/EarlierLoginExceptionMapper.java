package nl.uitweg.desk.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import nl.uitweg.desk.officer.EarlierLoginException;
import nl.uitweg.desk.route.DeskTokens;
import nl.uitweg.platform.http.HtmlResponse;
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
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    fields.putAll(exception.form());
    fields.putSingle(DeskTokens.FIELD_NAME, tokens.issue(exception.officer()));
    return HtmlResponse.of(
        CONFLICT, retainedForms.page(request, RetainedForms.Reason.LOGGED_IN_AGAIN, fields));
  }
}
