package nl.uitweg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.testsupport.TestRegion;
import org.junit.jupiter.api.Test;

class NotificationCheckTest {

  @Test
  void warnsOfEveryMunicipalityWithoutAddress() {
    assertThat(warnings(Map.of("portal.demo", "false"))).hasSize(3);
    assertThat(
            warnings(
                Map.of(
                    "portal.notification.municipality.ankerdaal", "a@example.test",
                    "portal.notification.municipality.zilvervoort", "z@example.test")))
        .hasSize(1)
        .allSatisfy(warning -> assertThat(warning).doesNotContain("@example.test"));
  }

  @Test
  void needsNoAddressInDemo() {
    assertThat(warnings(Map.of("portal.demo", "true"))).isEmpty();
  }

  /** The formats of the warnings that the check writes to the log with these settings. */
  private static List<String> warnings(Map<String, String> settings) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(PortalSettings.class)
            .withMapping(NotificationSettings.class)
            .withValidateUnknown(false)
            .withDefaultValues(new HashMap<>(settings))
            .build();
    List<String> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(NotificationCheck.class.getName());
    log.addHandler(handler);
    try {
      new NotificationCheck(config.getConfigMapping(NotificationSettings.class), TestRegion.REGION)
          .check(
              new StartupEvent(),
              "all",
              config.getConfigMapping(PortalSettings.class),
              "uitweg@example.test");
    } finally {
      log.removeHandler(handler);
    }
    return warnings;
  }
}
