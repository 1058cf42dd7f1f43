package nl.uitweg.testsupport;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.stream.Stream;

/** The SMTP server of {@link Servers} and {@link Installation}; a test can stop and restart it. */
public final class MailServer {

  private static volatile GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private static volatile int port;

  private MailServer() {}

  /** Starts the server and returns the settings with which the site uses it. */
  static Map<String, String> start() {
    server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    port = server.getSmtp().getPort();
    return Map.ofEntries(
        Map.entry("quarkus.mailer.mock", "false"),
        Map.entry("quarkus.mailer.host", "127.0.0.1"),
        Map.entry("quarkus.mailer.port", Integer.toString(port)),
        Map.entry("quarkus.mailer.from", "uitweg@example.test"),
        Map.entry("portal.notification.municipality.lindestede", "lindestede@example.test"),
        Map.entry("portal.notification.municipality.ankerdaal", "ankerdaal@example.test"),
        Map.entry(
            "portal.notification.municipality.zilvervoort",
            "zilvervoort@example.test,digest@example.test"),
        Map.entry("portal.notification.stand-in.zilvervoort", "standin@example.test"),
        Map.entry("portal.notification.auditor", "auditor@example.test"),
        Map.entry("portal.notification.daily", "digest@example.test"),
        Map.entry("portal.notification.daily-at", "00:00"),
        Map.entry("portal.notification.retry", "PT0.2S"));
  }

  /** Stops the server, so that nothing answers at its port. */
  public static void stop() {
    server.stop();
  }

  /** Starts the server at the same port with empty mailboxes; does nothing when it is running. */
  public static void restart() {
    if (server.isRunning()) {
      return;
    }
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  /** Every message to this address, with headers, subject and text. */
  public static Stream<String> messagesTo(String address) {
    return Stream.of(server.getReceivedMessages())
        .filter(mail -> isFor(mail, address))
        .map(GreenMailUtil::getWholeMessage);
  }

  private static boolean isFor(MimeMessage mail, String address) {
    try {
      return Stream.of(mail.getAllRecipients()).map(Address::toString).anyMatch(address::equals);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
