package nl.uitweg.desk.access;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.FormOrigin;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;

/**
 * Gives a form back that arrives after its login ended: while nobody is logged in, the officer logs
 * in again in another tab and presses once more; when the officer has logged in again, the form
 * gets a token of that login and is pressed once more (ADR 8 and 10). Nothing is stored or changed.
 * Only for a form that carries a token of ours, so that nobody else's words stand here.
 */
@Singleton
class RetainedForms {

  private static final int LONG = 60;

  private final DeskTokens tokens;
  private final FormOrigin origin;
  private final Desks desks;
  private final Assets assets;

  RetainedForms(DeskTokens tokens, FormOrigin origin, Desks desks, Assets assets) {
    this.tokens = tokens;
    this.origin = origin;
    this.desks = desks;
    this.assets = assets;
  }

  /** One field as it was sent. */
  record Field(String id, String name, String value) {}

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance retained(
        Texts texts,
        String stylesheet,
        String action,
        boolean loggedIn,
        List<Field> typed,
        List<Field> other);
  }

  static boolean isForm(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /**
   * Answers while nobody is logged in.
   *
   * @param otherwise when it is not a form of ours
   */
  Uni<Boolean> answer(RoutingContext context, Supplier<Uni<Boolean>> otherwise) {
    HttpServerRequest request = context.request();
    return Uni.createFrom()
        .item(() -> fields(context))
        .onFailure()
        .recoverWithItem(MultiMap.caseInsensitiveMultiMap()) // a form that cannot be read is none
        .onItem()
        .transformToUni(
            form -> {
              if (!origin.isOurs(request) || !tokens.ours(form.get(DeskTokens.FIELD))) {
                return otherwise.get();
              }
              return Uni.createFrom()
                  .completionStage(
                      context
                          .response()
                          .setStatusCode(401)
                          .putHeader("Content-Type", "text/html; charset=utf-8")
                          .putHeader("Cache-Control", "no-store")
                          .end(page(request, false, form.entries()))
                          .toCompletionStage())
                  .replaceWith(true);
            });
  }

  /** The fields of the body, which has arrived before the login is looked at. */
  private static MultiMap fields(RoutingContext context) {
    MultiMap fields = MultiMap.caseInsensitiveMultiMap();
    Buffer body = context.body().buffer();
    if (body != null) {
      new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false)
          .parameters()
          .forEach(fields::add);
    }
    return fields;
  }

  /** The page with these fields and a button that sends them again. */
  String page(HttpServerRequest request, boolean loggedIn, List<Map.Entry<String, String>> form) {
    List<Field> typed = new ArrayList<>();
    List<Field> other = new ArrayList<>();
    for (Map.Entry<String, String> entry : form) {
      boolean text =
          !entry.getKey().equals(DeskTokens.FIELD)
              && (entry.getValue().length() > LONG || entry.getValue().contains(" "));
      List<Field> fields = text ? typed : other;
      fields.add(new Field("kept-" + fields.size(), entry.getKey(), entry.getValue()));
    }
    return Templates.retained(
            desks.texts(request),
            assets.stylesheet().path(),
            request.path(),
            loggedIn,
            typed,
            other)
        .render();
  }
}
