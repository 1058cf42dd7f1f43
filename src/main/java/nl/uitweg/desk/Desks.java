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
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;
import nl.uitweg.platform.settings.Portal;

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
  private final CurrentOfficer current;
  private final LoginRules rules;
  private final Clock clock;

  Desks(
      Languages languages,
      Bundles bundles,
      Assets assets,
      DeskTokens tokens,
      Portal portal,
      CurrentOfficer current,
      LoginRules rules,
      Clock clock) {
    this.current = current;
    this.rules = rules;
    this.clock = clock;
    this.languages = languages;
    this.bundles = bundles;
    this.assets = assets;
    this.tokens = tokens;
    this.portal = portal;
  }

  public Desk of(HttpServerRequest request, Officer officer, String titleKey) {
    Texts texts = texts(request);
    return new Desk(
        texts,
        texts.get(titleKey),
        officer,
        tokens.issue(officer),
        assets.deskStylesheet().path(),
        assets.deskScript().path(),
        stay(),
        menu(officer, String.valueOf(request.path()), texts),
        portal.demo());
  }

  private Desk.SessionTimes stay() {
    Instant now = clock.instant();
    Instant end = current.login().at().orElse(now).plus(rules.absolute());
    // The token is renewed at most once in its life of a minute: what was idle may end that
    // earlier.
    Duration idle = rules.idle().minus(rules.warning()).minusMinutes(1);
    return new Desk.SessionTimes(
        Math.max(0, idle.toMillis()),
        Math.max(0, Duration.between(now, end).minus(rules.warning()).toMillis()),
        rules.warning().toMillis());
  }

  private static List<Desk.MenuItem> menu(Officer officer, String path, Texts texts) {
    return MENU.stream()
        .filter(entry -> officer.roles().stream().anyMatch(entry.getValue()::contains))
        .map(
            entry ->
                new Desk.MenuItem(
                    entry.getKey(), name(entry.getKey(), texts), entry.getKey().equals(path)))
        .toList();
  }

  private static String name(String screen, Texts texts) {
    return texts.get("desk.menu-" + screen.substring(1).replace('/', '-'));
  }

  /** The screens of the menu that a role may open, by their names. */
  public List<String> screens(String role, Texts texts) {
    return MENU.stream()
        .filter(entry -> entry.getValue().contains(role))
        .map(entry -> name(entry.getKey(), texts))
        .toList();
  }

  /** Where the name of the desk leads for who sees no reports; empty when nothing is theirs. */
  public Optional<String> firstScreen(Officer officer) {
    return MENU.stream()
        .filter(entry -> officer.roles().stream().anyMatch(entry.getValue()::contains))
        .map(Map.Entry::getKey)
        .filter(screen -> !screen.equals(MENU.get(0).getKey()))
        .findFirst();
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
