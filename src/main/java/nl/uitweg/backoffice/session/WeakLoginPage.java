package nl.uitweg.backoffice.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import nl.uitweg.backoffice.Desks;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Assets;

/** Says that the desk needs a second factor, which this login does not have. */
@Singleton
class WeakLoginPage {

  private final Desks desks;
  private final Assets assets;

  WeakLoginPage(Desks desks, Assets assets) {
    this.desks = desks;
    this.assets = assets;
  }

  @CheckedTemplate(basePath = "backoffice")
  static class Templates {
    static native TemplateInstance weaklogin(Texts m, String stylesheet);
  }

  Uni<Boolean> answer(RoutingContext context) {
    Texts m = desks.texts(context.request());
    return Uni.createFrom()
        .completionStage(
            context
                .response()
                .setStatusCode(403)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(Templates.weaklogin(m, assets.stylesheet().path()).render())
                .toCompletionStage())
        .replaceWith(true);
  }
}
