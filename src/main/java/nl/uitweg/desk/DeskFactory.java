package nl.uitweg.desk;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskTokens;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;
import nl.uitweg.platform.settings.PortalSettings;

/** Creates the {@link Desk} of a screen, in Dutch, or in English when the browser prefers it. */
@Singleton
public class DeskFactory {

  /** Address of a screen → roles whose menu has it, in the order of the menu. */
  private static final List<Map.Entry<String, Set<String>>> MENU =
      List.of(
          Map.entry("/backoffice", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/dossiers", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/agenda", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/search", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/referrals", Set.of(Officer.CARE_COORDINATOR, Officer.OFFICER)),
          Map.entry(
              "/backoffice/statistics",
              Set.of(Officer.OFFICER, Officer.AUDITOR, Officer.ADMINISTRATOR)),
          Map.entry("/backoffice/instruments", Set.of(Officer.OFFICER)),
          Map.entry("/backoffice/audit", Set.of(Officer.AUDITOR)),
          Map.entry("/backoffice/admin", Set.of(Officer.ADMINISTRATOR)),
          Map.entry("/backoffice/guide", Set.of(Officer.OFFICER)));

  private final Languages languages;
  private final Bundles bundles;
  private final Assets assets;
  private final DeskTokens tokens;
  private final PortalSettings portal;
  private final CurrentOfficer current;
  private final LoginRules rules;
  private final MenuNumbers numbers;
  private final Clock clock;

  DeskFactory(
      Languages languages,
      Bundles bundles,
      Assets assets,
      DeskTokens tokens,
      PortalSettings portal,
      CurrentOfficer current,
      LoginRules rules,
      MenuNumbers numbers,
      Clock clock) {
    this.numbers = numbers;
    this.current = current;
    this.rules = rules;
    this.clock = clock;
    this.languages = languages;
    this.bundles = bundles;
    this.assets = assets;
    this.tokens = tokens;
    this.portal = portal;
  }

  /**
   * Creates the data for one screen.
   *
   * @param titleKey key of the text of the title
   */
  public Desk create(HttpServerRequest request, Officer officer, String titleKey) {
    Texts texts = texts(request);
    return new Desk(
        texts,
        texts.get(titleKey),
        officer,
        tokens.issue(officer),
        assets.deskStylesheet().path(),
        assets.deskScript().path(),
        sessionWarnings(),
        menu(officer, String.valueOf(request.path()), texts),
        ReturnAddress.query(request),
        portal.demo());
  }

  private Desk.SessionWarnings sessionWarnings() {
    Instant now = clock.instant();
    Instant endOfLogin = current.login().at().orElse(now).plus(rules.maxAge());
    // The session ends when the ID token has not been renewed for the idle time. A request renews
    // the token only when it is a minute old, so the last renewal may be a minute before the last
    // request.
    Duration idleWarning = rules.idle().minus(rules.warning()).minusMinutes(1);
    return new Desk.SessionWarnings(
        Math.max(0, idleWarning.toMillis()),
        Math.max(0, Duration.between(now, endOfLogin).minus(rules.warning()).toMillis()),
        rules.warning().toMillis());
  }

  private List<Desk.MenuItem> menu(Officer officer, String path, Texts texts) {
    return MENU.stream()
        .filter(entry -> officer.roles().stream().anyMatch(entry.getValue()::contains))
        .map(Map.Entry::getKey)
        .map(
            screen ->
                new Desk.MenuItem(
                    screen,
                    menuText(screen, texts),
                    numbers.text(screen, officer, texts),
                    screen.equals(path)))
        .toList();
  }

  private static String menuText(String screen, Texts texts) {
    return texts.get("desk.menu-" + screen.substring(1).replace('/', '-'));
  }

  /** Names of the screens in the menu that a role may open. */
  public List<String> screenNames(String role, Texts texts) {
    return MENU.stream()
        .filter(entry -> entry.getValue().contains(role))
        .map(entry -> menuText(entry.getKey(), texts))
        .toList();
  }

  /**
   * The address of the first screen of the menu, other than the inbox, that this user may open. The
   * inbox redirects users who may not read reports to this screen. Empty when there is no such
   * screen.
   */
  public Optional<String> firstScreen(Officer officer) {
    return MENU.stream()
        .filter(entry -> officer.roles().stream().anyMatch(entry.getValue()::contains))
        .map(Map.Entry::getKey)
        .filter(screen -> !screen.equals(MENU.get(0).getKey()))
        .findFirst();
  }

  /** Texts in English when the browser prefers it, otherwise in Dutch. */
  public Texts texts(HttpServerRequest request) {
    Language preferred = languages.negotiate(request.getHeader("Accept-Language"));
    return bundles.in(
        Optional.of(preferred)
            .filter(l -> l.equals(Language.DUTCH) || l.equals(Language.ENGLISH))
            .orElse(Language.DUTCH));
  }

  /**
   * Texts in Dutch. The desk shows the questions and options of a report in Dutch, whatever the
   * language of the report or of the screen.
   */
  public Texts dutchTexts() {
    return bundles.in(Language.DUTCH);
  }
}
