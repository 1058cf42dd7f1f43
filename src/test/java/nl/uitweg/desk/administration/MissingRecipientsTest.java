package nl.uitweg.desk.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.testsupport.TestRegion;
import org.junit.jupiter.api.Test;

class MissingRecipientsTest {

  private static final String SETTING = "portal.notification.municipality.";

  @Test
  void namesMunicipalitiesWithoutAddress() {
    assertThat(missing(Map.of("portal.demo", "false")).municipalities())
        .containsExactlyInAnyOrder("Ankerdaal", "Lindestede", "Zilvervoort");
    assertThat(
            missing(
                    Map.of(
                        SETTING + "ankerdaal[0]", "a@example.test",
                        SETTING + "zilvervoort", "z@example.test,y@example.test",
                        SETTING + "lindestede", ""))
                .municipalities())
        .containsExactly("Lindestede");
  }

  @Test
  void needsNoAddressInDemo() {
    assertThat(missing(Map.of("portal.demo", "true")).municipalities()).isEmpty();
  }

  private static MissingRecipients missing(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(PortalSettings.class)
            .withValidateUnknown(false)
            .withDefaultValues(new HashMap<>(settings))
            .build();
    return new MissingRecipients(
        config.getConfigMapping(PortalSettings.class), TestRegion.REGION, config);
  }
}
