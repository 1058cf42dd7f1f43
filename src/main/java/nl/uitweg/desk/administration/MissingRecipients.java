package nl.uitweg.desk.administration;

import jakarta.inject.Singleton;
import java.util.List;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.region.Region;
import org.eclipse.microprofile.config.Config;

/**
 * Finds the municipalities whose officers get no mail, because no address is configured. A demo
 * needs none. The same check at start-up writes a warning to the log.
 */
@Singleton
class MissingRecipients {

  private static final String SETTING = "portal.notification.municipality.";

  private final PortalSettings portal;
  private final Region region;
  private final Config config;

  MissingRecipients(PortalSettings portal, Region region, Config config) {
    this.portal = portal;
    this.region = region;
    this.config = config;
  }

  /** Their names; empty when every municipality has an address. */
  List<String> municipalities() {
    return portal.demo()
        ? List.of()
        : region.ids().stream()
            .filter(id -> !hasAddress(id))
            .map(id -> region.byId(id).map(Region.Municipality::name).orElse(id))
            .toList();
  }

  private boolean hasAddress(String municipality) {
    return config
        .getOptionalValues(SETTING + municipality, String.class)
        .filter(addresses -> addresses.stream().anyMatch(address -> !address.isBlank()))
        .isPresent();
  }
}
