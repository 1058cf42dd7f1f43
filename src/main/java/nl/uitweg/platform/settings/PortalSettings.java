package nl.uitweg.platform.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;

/**
 * Settings of the installation as a whole. An invalid value stops start-up with a message that
 * names the setting.
 */
@ConfigMapping(prefix = "portal")
public interface PortalSettings {

  /** Tier that this process serves; requests for the other tier are answered with 404. */
  @WithDefault("all")
  Tier tier();

  /** True only for the demo started by {@code bin/run}: demo accounts, no second factor. */
  @WithDefault("false")
  boolean demo();

  /**
   * Base URL of the public site without trailing slash; used for canonical links and the sitemap.
   */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /**
   * Target of "leave this site", per language code. {@code default} is used for languages without
   * an entry. {@code LANGUAGE} in a target is replaced by the language code of the visitor. Without
   * this setting, the target of the region is used, or else the built-in one.
   */
  Map<String, String> exit();

  /**
   * Brotli quality for stored pages, 0 to 11 (RFC 7932). Pages are compressed once, after start-up.
   * A lower value takes less processor time after start-up and makes downloads larger.
   */
  @WithDefault("11")
  int brotliQuality();

  /** Schedule of the background jobs of the desk. */
  JobSchedule jobs();

  /**
   * Interval and initial delay of the background jobs. The {@code @Scheduled} annotations read
   * these properties directly and repeat the default values.
   */
  interface JobSchedule {

    /** Interval between runs, such as {@code 1m}; {@code off} disables the jobs. */
    @WithDefault("1m")
    String every();

    /** Delay before the first run, which keeps start-up fast. */
    @WithDefault("20s")
    String delay();

    /** Interval between purges of overdue reports; {@code off} disables them. */
    @WithDefault("5m")
    String purgeEvery();
  }

  /** The tier that a process serves, or all tiers. */
  enum Tier {
    ALL,
    PUBLIC,
    BACKOFFICE;

    public boolean servesPublic() {
      return this != BACKOFFICE;
    }

    public boolean servesBackoffice() {
      return this != PUBLIC;
    }
  }
}
