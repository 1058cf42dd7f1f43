package nl.uitweg.backoffice;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.language.Bundles;
import nl.uitweg.language.Language;
import nl.uitweg.language.Languages;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Assets;
import nl.uitweg.page.Portal;

/** Makes the {@link Desk} of a screen: Dutch, or English when the browser prefers it. */
@Singleton
public class Desks {

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
        portal.demo());
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
