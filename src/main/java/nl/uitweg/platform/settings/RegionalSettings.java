package nl.uitweg.platform.settings;

import java.util.Map;
import java.util.Optional;

/** What the region prescribes for the whole site. A setting of the installation comes first. */
public interface RegionalSettings {

  /** Targets of "leave this site", in the form of {@link PortalSettings#exit}. */
  Map<String, String> exit();

  /** The theme of the region as CSS; empty when it uses {@code content/theme.css}. */
  Optional<String> theme();
}
