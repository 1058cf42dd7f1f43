package nl.uitweg.desk.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.route.DeskTokens;
import nl.uitweg.desk.route.FormOrigin;
import nl.uitweg.desk.route.PostedForm;
import nl.uitweg.platform.http.SendAgainPages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;

/**
 * Returns a form that arrives after its login ended (ADR 8 and 10), or whose report another
 * transaction has locked, so that the officer can submit it again. While nobody is logged in, the
 * officer logs in in another tab first. When the officer has already logged in again, the form gets
 * a token of that login. Nothing is stored or changed. A form is returned only when it carries a
 * token that this site issued, so that an attacker cannot show text of their own on this page.
 */
@Singleton
class RetainedForms implements SendAgainPages {

  /**
   * A value that is longer, or that contains a space, is shown as a text that the officer typed.
   */
  private static final int TYPED_TEXT_LENGTH = 60;

  private final DeskTokens tokens;
  private final FormOrigin origin;
  private final DeskFactory deskFactory;
  private final Assets assets;

  RetainedForms(DeskTokens tokens, FormOrigin origin, DeskFactory deskFactory, Assets assets) {
    this.tokens = tokens;
    this.origin = origin;
    this.deskFactory = deskFactory;
    this.assets = assets;
  }

  /** Why the form is returned, with the keys of the texts of the page. */
  enum Reason {
    LOGGED_OUT("session.logged-out-title", "session.logged-out-text", "session.logged-out-button"),
    LOGGED_IN_AGAIN("session.again-title", "session.again-text", "session.again-button"),
    REPORT_LOCKED("session.locked-title", "session.locked-text", "session.locked-button");

    public final String titleKey;
    public final String textKey;
    public final String buttonKey;

    Reason(String titleKey, String textKey, String buttonKey) {
      this.titleKey = titleKey;
      this.textKey = textKey;
      this.buttonKey = buttonKey;
    }

    public boolean loggedOut() {
      return this == LOGGED_OUT;
    }
  }

  /** One field of the form as it was sent. */
  record Field(String id, String name, String value) {}

  @CheckedTemplate(basePath = "desk/access")
  static class Templates {
    static native TemplateInstance retained(
        Texts texts,
        String stylesheet,
        String action,
        Reason reason,
        List<Field> textFields,
        List<Field> hiddenFields);
  }

  /**
   * Responds to a form that arrives while nobody is logged in.
   *
   * @param otherwise the response when this site did not issue the form
   */
  Uni<Boolean> respond(RoutingContext context, Supplier<Uni<Boolean>> otherwise) {
    HttpServerRequest request = context.request();
    return Uni.createFrom()
        .item(() -> PostedForm.fields(context))
        .onFailure()
        .recoverWithItem(new MultivaluedHashMap<>()) // a body that cannot be parsed has no fields
        .onItem()
        .transformToUni(
            form -> {
              if (!origin.isSameOrigin(request)
                  || !tokens.isIssuedHere(form.getFirst(DeskTokens.FIELD_NAME))) {
                return otherwise.get();
              }
              return Uni.createFrom()
                  .completionStage(
                      context
                          .response()
                          .setStatusCode(401)
                          .putHeader("Content-Type", "text/html; charset=utf-8")
                          .end(page(request, Reason.LOGGED_OUT, form))
                          .toCompletionStage())
                  .replaceWith(true);
            });
  }

  /** A form whose report stayed locked. The desk has verified its token already. */
  @Override
  public Optional<String> page(RoutingContext context) {
    return context.normalizedPath().startsWith("/backoffice") && PostedForm.isForm(context)
        ? Optional.of(page(context.request(), Reason.REPORT_LOCKED, PostedForm.fields(context)))
        : Optional.empty();
  }

  /** The page with these fields and a button that sends them again. */
  String page(HttpServerRequest request, Reason reason, MultivaluedMap<String, String> form) {
    List<Field> textFields = new ArrayList<>();
    List<Field> hiddenFields = new ArrayList<>();
    form.forEach(
        (name, values) ->
            values.forEach(
                value -> {
                  List<Field> fields = isTypedText(name, value) ? textFields : hiddenFields;
                  fields.add(new Field("kept-" + fields.size(), name, value));
                }));
    return Templates.retained(
            deskFactory.texts(request),
            assets.stylesheet().path(),
            request.path(),
            reason,
            textFields,
            hiddenFields)
        .render();
  }

  private static boolean isTypedText(String name, String value) {
    return !name.equals(DeskTokens.FIELD_NAME)
        && (value.length() > TYPED_TEXT_LENGTH || value.contains(" "));
  }
}
