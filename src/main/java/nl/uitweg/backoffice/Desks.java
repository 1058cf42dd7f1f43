package nl.uitweg.backoffice;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.language.Bundles;
import nl.uitweg.language.Language;
import nl.uitweg.language.Languages;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Assets;
import nl.uitweg.page.Portal;

/** Makes the {@link Desk} of a screen: Dutch, or English when the browser prefers it. */
@Singleton
public class Desks {

  /** Screen → roles that may open it; in the order of the menu. */
  private static final List<Map.Entry<String, Set<String>>> MENU =
      List.of(
          Map.entry("/backoffice", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/search", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/referrals", Set.of(Officer.CARE_COORDINATOR, Officer.OFFICER)),
          Map.entry(
              "/backoffice/statistics",
              Set.of(Officer.OFFICER, Officer.AUDITOR, Officer.ADMINISTRATOR)),
          Map.entry("/backoffice/instruments", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/audit", Set.of(Officer.AUDITOR)),
          Map.entry("/backoffice/admin", Set.of(Officer.ADMINISTRATOR)));

  private final Languages languages;
  private final Bundles bundles;
  private final Assets assets;
  private final DeskTokens tokens;
  private final Portal portal;

  Desks(Languages languages, Bundles bundles, Assets assets, DeskTokens tokens, Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.assets = assets;
    this.tokens = tokens;
    this.portal = portal;
  }

  public Desk of(HttpServerRequest request, Officer officer, String titleKey) {
    Texts m = texts(request);
    return new Desk(
        m,
        m.t(titleKey),
        officer,
        tokens.issue(officer),
        assets.stylesheet().path(),
        menu(officer, String.valueOf(request.path()), m),
        portal.demo());
  }

  private static List<Desk.MenuItem> menu(Officer officer, String path, Texts m) {
    return MENU.stream()
        .filter(entry -> officer.roles().stream().anyMatch(entry.getValue()::contains))
        .map(
            entry ->
                new Desk.MenuItem(
                    entry.getKey(),
                    m.t("backoffice.menu-" + entry.getKey().substring(1).replace('/', '-')),
                    entry.getKey().equals(path)))
        .toList();
  }

  public Texts texts(HttpServerRequest request) {
    Language wished = languages.negotiate(request.getHeader("Accept-Language"));
    return bundles.in(
        Optional.of(wished)
            .filter(l -> l.equals(Language.DUTCH) || l.equals(Language.ENGLISH))
            .orElse(Language.DUTCH));
  }

  /** What an officer reads about a report is in Dutch, whatever language it was written in. */
  public Texts dutch() {
    return bundles.in(Language.DUTCH);
  }
}
