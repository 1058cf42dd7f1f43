package nl.uitweg.jobs;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import nl.uitweg.platform.settings.PortalSettings;
import nl.uitweg.region.Region;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Stops start-up when the notification settings name an unknown municipality, or name recipients
 * while no sender is configured. Logs which municipalities get no mail.
 */
@ApplicationScoped
class NotificationCheck {

  private static final Logger LOG = Logger.getLogger(NotificationCheck.class);
  private static final String NO_SENDER = "nobody";

  private final NotificationSettings settings;
  private final Region region;

  NotificationCheck(NotificationSettings settings, Region region) {
    this.settings = settings;
    this.region = region;
  }

  void check(
      @Observes StartupEvent start,
      @ConfigProperty(name = "portal.tier", defaultValue = "all") String tier,
      PortalSettings portal,
      @ConfigProperty(name = "quarkus.mailer.from", defaultValue = NO_SENDER) String from) {
    settings.municipality().keySet().forEach(this::requireKnown);
    settings.standIn().keySet().forEach(this::requireKnown);
    if (tier.equals("public") || (portal.demo() && !settings.isEnabled())) {
      return;
    }
    if (settings.isEnabled() && from.equals(NO_SENDER)) {
      throw new IllegalStateException(
          "portal.notification configures recipients of mail, but quarkus.mailer.from is not set");
    }
    region.ids().stream()
        .filter(id -> settings.officers(List.of(id)).isEmpty())
        .forEach(
            id ->
                LOG.warnf(
                    "No officer of %s gets mail: portal.notification.municipality has no address"
                        + " for it",
                    id));
  }

  private void requireKnown(String id) {
    if (region.byId(id).isEmpty()) {
      throw new IllegalStateException(
          "portal.notification names the municipality "
              + id
              + ", which is not in region.yaml; known municipalities are "
              + String.join(", ", region.ids()));
    }
  }
}
