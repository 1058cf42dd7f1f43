package nl.uitweg.jobs;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes mail from the {@link Outbox} to the mail server. A mail keeps its Message-ID over retries:
 * when the connection breaks just after the server took it, mailboxes know the second for the
 * first.
 */
@ApplicationScoped
class MailSender {

  private static final Logger LOG = Logger.getLogger(MailSender.class);

  /** Far shorter than the claim on a mail: who waits longer has lost it to another replica. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Outbox outbox;
  private final ReactiveMailer mailer;
  private final NotificationSettings settings;
  private final Texts texts;
  private final URI site;
  private final Context eventLoop;

  MailSender(
      Outbox outbox,
      ReactiveMailer mailer,
      NotificationSettings settings,
      Bundles bundles,
      Vertx vertx,
      @ConfigProperty(name = "portal.public-url", defaultValue = "http://localhost:8080")
          URI site) {
    this.outbox = outbox;
    this.mailer = mailer;
    this.settings = settings;
    this.texts = bundles.in(Language.DUTCH);
    this.site = site;
    this.eventLoop = vertx.getOrCreateContext();
  }

  /**
   * Sends what may be sent now.
   *
   * @return how many the mail server took
   */
  int deliver() {
    int sent = 0;
    for (List<Mail> mails = outbox.claim(); !mails.isEmpty(); mails = outbox.claim()) {
      for (Mail mail : mails) {
        if (deliver(mail)) {
          sent++;
        }
      }
    }
    return sent;
  }

  private boolean deliver(Mail mail) {
    try {
      mailer.send(letter(mail)).runSubscriptionOn(this::onOneEventLoop).await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      // Neither the address nor what the server said: it may repeat the address.
      LOG.warnf(
          "A mail did not leave, attempt %d (%s); it is tried again",
          mail.attempts(), e.getClass().getSimpleName());
      outbox.failed(mail);
      return false;
    }
    outbox.sent(mail);
    return true;
  }

  /**
   * Begun from any other thread, the client may miss the greeting of a quick server, and wait for
   * it in vain.
   */
  private void onOneEventLoop(Runnable sending) {
    eventLoop.runOnContext(ignored -> sending.run());
  }

  private io.quarkus.mailer.Mail letter(Mail mail) {
    String desk = settings.desk().map(URI::toString).orElseGet(() -> site + "/backoffice");
    String reason = texts.get("notification.text." + mail.kind().key());
    List<String> paragraphs =
        mail.kind() == Mail.Kind.CHAIN
            ? List.of(reason, mail.words(), texts.get("notification.login", desk + "/audit"))
            : List.of(
                reason,
                texts.get("notification.login", desk),
                texts.get("notification.on-purpose"));
    return io.quarkus.mailer.Mail.withText(
            mail.recipient(),
            texts.get("notification.subject"),
            String.join("\n\n", paragraphs) + "\n")
        .addHeader("Message-ID", "<" + mail.id() + "@uitweg>")
        .addHeader("Auto-Submitted", "auto-generated");
  }
}
