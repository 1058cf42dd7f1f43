package nl.uitweg.desk.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.testsupport.TestRegion;
import org.junit.jupiter.api.Test;

/** What the administrator reads about comparing reports of different municipalities. */
class MatchingTextTest {

  private static final Path I18N = Path.of("i18n");

  private final Texts dutch = Bundles.read(I18N, Languages.read(I18N)).in(Language.DUTCH);

  @Test
  void saysWhyTheShippedRegionComparesNothing() {
    assertThat(AdministrationViews.matching(Region.read(Path.of("content/region")), dutch))
        .startsWith("Uit.")
        .contains("region.yaml", "geen overeenkomst tussen de gemeenten");
  }

  @Test
  void namesAgreementAndLegalBasis() {
    assertThat(AdministrationViews.matching(TestRegion.REGION, dutch))
        .startsWith("Aan.")
        .contains("Samenwerkingsovereenkomst", "Proefwet, artikel 1", "1 januari 2020");
  }
}
