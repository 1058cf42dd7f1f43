package nl.uitweg.backoffice.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.uitweg.backoffice.DeskTokens;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Assets;

/**
 * A form that arrives after the session ended is answered with a page that still holds what was
 * typed: the officer logs in again in another tab and presses once more. Nothing is stored or
 * changed. Only for a form that carries a token of ours, so that nobody else's words stand here.
 */
@Singleton
class KeptForms {

  private static final int LONG = 60;

  private final DeskTokens tokens;
  private final Desks desks;
  private final Assets assets;

  KeptForms(DeskTokens tokens, Desks desks, Assets assets) {
    this.tokens = tokens;
    this.desks = desks;
    this.assets = assets;
  }

  /** One field as it was sent. */
  record Field(String id, String name, String value) {}

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance kept(
        Texts m, String stylesheet, String action, List<Field> typed, List<Field> other);
  }

  static boolean isForm(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * @param otherwise when it is not a form of ours
   */
  Uni<Boolean> answer(RoutingContext context, Supplier<Uni<Boolean>> otherwise) {
    HttpServerRequest request = context.request();
    return fields(request)
        .onFailure()
        .recoverWithItem(MultiMap.caseInsensitiveMultiMap()) // a form that cannot be read is none
        .onItem()
        .transformToUni(
            form -> {
              if (!tokens.ours(form.get("token"))) {
                return otherwise.get();
              }
              return Uni.createFrom()
                  .completionStage(
                      context
                          .response()
                          .setStatusCode(401)
                          .putHeader("Content-Type", "text/html; charset=utf-8")
                          .putHeader("Cache-Control", "no-store")
                          .end(page(request, form))
                          .toCompletionStage())
                  .replaceWith(true);
            });
  }

  private static Uni<MultiMap> fields(HttpServerRequest request) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              request.setExpectMultipart(true);
              request.exceptionHandler(emitter::fail);
              request.endHandler(end -> emitter.complete(request.formAttributes()));
              request.resume();
            });
  }

  private String page(HttpServerRequest request, MultiMap form) {
    List<Field> typed = new ArrayList<>();
    List<Field> other = new ArrayList<>();
    form.forEach(
        entry -> {
          boolean text =
              !entry.getKey().equals("token")
                  && (entry.getValue().length() > LONG || entry.getValue().contains(" "));
          List<Field> fields = text ? typed : other;
          fields.add(new Field("kept-" + fields.size(), entry.getKey(), entry.getValue()));
        });
    return Templates.kept(
            desks.texts(request), assets.stylesheet().path(), request.path(), typed, other)
        .render();
  }
}
