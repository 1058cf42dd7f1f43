package nl.uitweg.platform.abuse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much is too much. A report that comes too fast waits; when too many wait it is not sent, and
 * its page keeps everything, to be sent again.
 */
@ConfigMapping(prefix = "portal.abuse")
public interface AbuseLimits {

  /** Wrong codes from one address before it has to wait. */
  @WithDefault("10")
  int wrongCodes();

  /** Wrong codes through the onion service, from all its visitors, before they have to wait. */
  @WithDefault("300")
  int onionWrongCodes();

  /** Time in which as many wrong codes are forgiven. */
  @WithDefault("10M")
  Duration wrongCodesPer();

  /** Reports from one address before the next ones wait; a library or Tor shares an address. */
  @WithDefault("5")
  int reports();

  /** Time in which as many reports of one address are forgotten. */
  @WithDefault("5M")
  Duration reportsPer();

  /** Reports from everyone together before the next ones wait. */
  @WithDefault("120")
  int allReports();

  /** Time in which as many reports of everyone are forgotten. */
  @WithDefault("1M")
  Duration allReportsPer();

  /** The longest that a report is held in the waiting gate; below what proxies tolerate. */
  @WithDefault("20S")
  Duration longestWait();

  /** A form sent sooner than this after it was opened waits, and its officer sees that. */
  @WithDefault("10S")
  Duration youngestForm();

  /** Reports that wait at once; more are asked to press again in a moment. */
  @WithDefault("2000")
  int mostWaiting();

  /** Of which of one address; half of them for reports that give no reason for doubt. */
  @WithDefault("100")
  int mostWaitingEach();

  /** Reports through the onion service in the time of {@link #reportsPer} before they wait. */
  @WithDefault("60")
  int onionReports();
}
