package nl.uitweg.desk;

import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.http.AreaErrorPages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;
import nl.uitweg.platform.settings.PortalSettings;

/**
 * The error pages of the desk: in its layout with the screens of the user for whoever is logged in,
 * otherwise without. They have nothing of the public site, such as its emergency button.
 */
@Singleton
class DeskErrorPages implements AreaErrorPages {

  private static final int FORBIDDEN = 403;

  private final PortalSettings portal;
  private final DeskFactory deskFactory;
  private final CurrentOfficer current;
  private final Assets assets;

  DeskErrorPages(
      PortalSettings portal, DeskFactory deskFactory, CurrentOfficer current, Assets assets) {
    this.portal = portal;
    this.deskFactory = deskFactory;
    this.current = current;
    this.assets = assets;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance error(Desk desk, String text);

    static native TemplateInstance plainError(
        Texts texts, String heading, String text, String stylesheet);
  }

  @Override
  public Optional<ErrorPage> page(int status, HttpServerRequest request) {
    return concerns(request) ? Optional.of(page(request, key(status), "")) : Optional.empty();
  }

  /**
   * The page for a user whose roles do not include one that may open the screen.
   *
   * @param roles the roles that may open it; known to everybody who may log in
   */
  ErrorPage roleNeeded(Set<String> roles, HttpServerRequest request) {
    Texts texts = deskFactory.texts(request);
    String names =
        roles.stream()
            .map(role -> texts.get("auditlog.role-" + role))
            .sorted()
            .collect(Collectors.joining(", "));
    return page(request, String.valueOf(FORBIDDEN), texts.get("deskerror.role", names));
  }

  private boolean concerns(HttpServerRequest request) {
    String path = String.valueOf(request.path());
    return portal.tier().servesBackoffice()
        && (path.equals(DeskGate.DESK_PATH) || path.startsWith(DeskGate.DESK_PATH + "/"));
  }

  /** The part of the keys of the texts for a status. */
  private static String key(int status) {
    return List.of(FORBIDDEN, 404, 405, 413, 415, 503).contains(status)
        ? String.valueOf(status)
        : status >= 500 ? "500" : "400";
  }

  private ErrorPage page(HttpServerRequest request, String key, String roleText) {
    Texts texts = deskFactory.texts(request);
    String titleKey = "deskerror." + key + "-title";
    String text = roleText.isEmpty() ? texts.get("deskerror." + key + "-text") : roleText;
    String html =
        findLoggedIn()
            .map(
                officer ->
                    Templates.error(deskFactory.create(request, officer, titleKey), text).render())
            .orElseGet(
                () ->
                    Templates.plainError(
                            texts, texts.get(titleKey), text, assets.deskStylesheet().path())
                        .render());
    return new ErrorPage(html, texts.language());
  }

  /** Who is logged in; empty when the request failed before the login was checked. */
  private Optional<Officer> findLoggedIn() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty();
    }
    try {
      return current.isLoggedIn() ? Optional.of(current.get()) : Optional.empty();
    } catch (RuntimeException notChecked) {
      return Optional.empty(); // the identity is not known yet and this thread may not wait for it
    }
  }
}
