package nl.uitweg.platform.abuse;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Limits against abuse of the public form and the code page. A report above a limit waits before it
 * is sent. When too many reports wait, it is not sent, and the page keeps all answers so that the
 * visitor can send it again. Here, an address is an IPv4 address or an IPv6 /56 network. All
 * addresses of an IPv6 /48 network together get at most four times the limit of one address.
 */
@ConfigMapping(prefix = "portal.abuse")
public interface AbuseLimits {

  /** Number of wrong codes after which one address has to wait. */
  @WithDefault("10")
  int wrongCodes();

  /**
   * Number of wrong codes after which the onion service has to wait; all its visitors count as one.
   */
  @WithDefault("300")
  int onionWrongCodes();

  /** Time in which the full number of wrong codes becomes available again. */
  @WithDefault("10M")
  Duration wrongCodesPer();

  /**
   * Number of reports from one address after which its next ones wait; users of a library or of Tor
   * share an address.
   */
  @WithDefault("5")
  int reports();

  /** Time in which the full number of reports of one address becomes available again. */
  @WithDefault("5M")
  Duration reportsPer();

  /** Number of reports from all addresses together after which the next ones wait. */
  @WithDefault("120")
  int allReports();

  /** Time in which the full number of reports of all addresses becomes available again. */
  @WithDefault("1M")
  Duration allReportsPer();

  /**
   * Longest time a report waits in the waiting gate; must be shorter than the response timeout of
   * the reverse proxy.
   */
  @WithDefault("20S")
  Duration maximumDelay();

  /** Age below which a form waits before it is sent; the officer sees that it was sent so fast. */
  @WithDefault("10S")
  Duration minimumFormAge();

  /**
   * Maximum number of reports that wait at the same time: half of it for reports with bot signs,
   * half for reports without. Visitors above it are asked to send again in a moment.
   */
  @WithDefault("2000")
  int maximumDelayed();

  /** Maximum number of waiting reports of one address, divided in the same way. */
  @WithDefault("100")
  int maximumDelayedPerAddress();

  /**
   * Number of reports through the onion service, within {@link #reportsPer}, after which the next
   * ones wait.
   */
  @WithDefault("60")
  int onionReports();

  /**
   * Processor time that the images of one address may use before they have to leave the decoder to
   * those of others.
   */
  @WithDefault("30S")
  Duration imageTime();

  /** Processor time for the images of the onion service; all its visitors count as one. */
  @WithDefault("2M")
  Duration onionImageTime();

  /** Time in which all of {@link #imageTime} becomes available again. */
  @WithDefault("5M")
  Duration imageTimePer();
}
