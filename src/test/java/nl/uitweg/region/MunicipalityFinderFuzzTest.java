package nl.uitweg.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import nl.uitweg.testsupport.FuzzText;
import nl.uitweg.testsupport.TestRegion;

/** Fuzz test: whatever a visitor types finds municipalities of the region only. */
class MunicipalityFinderFuzzTest {

  private static final MunicipalityFinder FINDER = new MunicipalityFinder(TestRegion.REGION);

  @FuzzTest
  void findsMunicipalitiesOfTheRegion(byte[] input) {
    MunicipalityFinder.Result found = FINDER.find(FuzzText.of(input));
    assertThat(TestRegion.REGION.municipalities()).containsAll(found.municipalities());
    assertThat(found.municipalities()).doesNotHaveDuplicates();
    assertThat(found.postcodeOutside() && !found.municipalities().isEmpty()).isFalse();
  }
}
