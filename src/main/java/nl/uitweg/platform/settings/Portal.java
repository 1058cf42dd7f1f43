package nl.uitweg.platform.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Map;

/** Settings of the installation as a whole; a wrong value stops start-up with its name. */
@ConfigMapping(prefix = "portal")
public interface Portal {

  /** Which half of the system this process serves; a path of the other half answers 404. */
  @WithDefault("all")
  Tier tier();

  /** True only for the demo started by {@code bin/run}: demo accounts, no second factor. */
  @WithDefault("false")
  boolean demo();

  /** Address of the public site, without trailing slash, for canonical links and the sitemap. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /**
   * Where "leave this site" goes, per language; {@code default} for the others, in which {@code
   * LANGUAGE} stands for the visitor's. An encyclopaedia is nobody's business, exists in all
   * languages and looks the same for everyone.
   */
  @WithDefault("https://LANGUAGE.wikipedia.org/")
  Map<String, String> exit();

  /**
   * How hard stored pages are compressed, 0 to 11 (RFC 7932); once, at the start. Less only where
   * starting soon matters more than what a visitor pays for data.
   */
  @WithDefault("11")
  int brotliQuality();

  /** When the desk looks by itself what came in. */
  JobSchedule rounds();

  /** Read by the schedulers of the rounds. */
  interface JobSchedule {

    /** A period such as {@code 1m}, or {@code off}. */
    @WithDefault("1m")
    String every();

    /** Before the first round, so that starting is quick. */
    @WithDefault("20s")
    String delay();
  }

  /** The halves of the system. */
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
