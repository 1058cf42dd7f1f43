package nl.uitweg.desk.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.route.RefusalRecorder;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * The page that says that the desk requires a second factor, which the login does not have. The
 * refusal is recorded before the page is sent.
 */
@Singleton
class WeakLoginPage {

  private final DeskFactory deskFactory;
  private final Assets assets;
  private final RefusalRecorder refusals;
  private final ManagedExecutor executor;

  WeakLoginPage(
      DeskFactory deskFactory, Assets assets, RefusalRecorder refusals, ManagedExecutor executor) {
    this.deskFactory = deskFactory;
    this.assets = assets;
    this.refusals = refusals;
    this.executor = executor;
  }

  @CheckedTemplate(basePath = "desk/access")
  static class Templates {
    static native TemplateInstance weaklogin(Texts texts, String stylesheet);
  }

  /**
   * @param name user name of the login
   */
  Uni<Void> respond(RoutingContext context, String name) {
    AuditEntry refused =
        new AuditEntry(
            name, AuditAction.LOGIN, AuditObject.DESK, AuditResult.REFUSED, "second-factor");
    Texts texts = deskFactory.texts(context.request());
    return Uni.createFrom()
        .completionStage(() -> executor.runAsync(() -> refusals.record(List.of(refused))))
        .onItem()
        .transformToUni(
            recorded ->
                Uni.createFrom()
                    .completionStage(
                        context
                            .response()
                            .setStatusCode(403)
                            .putHeader("Content-Type", "text/html; charset=utf-8")
                            .end(Templates.weaklogin(texts, assets.stylesheet().path()).render())
                            .toCompletionStage()));
  }
}
