package nl.uitweg.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Assets;

/** The page that is shown while the login provider is not available yet; it reloads itself. */
@Singleton
class StartingPage {

  private final Bundles bundles;
  private final Assets assets;

  StartingPage(Bundles bundles, Assets assets) {
    this.bundles = bundles;
    this.assets = assets;
  }

  @CheckedTemplate(basePath = "desk")
  static class Templates {
    static native TemplateInstance starting(Texts texts, String language, String stylesheet);
  }

  String html(Language language) {
    return Templates.starting(bundles.in(language), language.code(), assets.stylesheet().path())
        .render();
  }
}
