package nl.uitweg.jobs;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the mails in the {@link Outbox} through the mail server. A mail keeps its Message-ID over
 * retries, so that mailboxes recognise a duplicate when the connection failed just after the server
 * had accepted the mail.
 */
@ApplicationScoped
class MailSender {

  private static final Logger LOG = Logger.getLogger(MailSender.class);

  /**
   * Time-out for one mail. It must be much shorter than the claim on a mail, after which another
   * replica may send it.
   */
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

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
   * Sends all mails that are due.
   *
   * @return number of mails that the mail server accepted
   */
  int sendDueMails() {
    int sent = 0;
    for (List<QueuedMail> mails = outbox.claim(); !mails.isEmpty(); mails = outbox.claim()) {
      for (QueuedMail mail : mails) {
        if (send(mail)) {
          sent++;
        }
      }
    }
    return sent;
  }

  private boolean send(QueuedMail mail) {
    try {
      mailer
          .send(message(mail))
          .runSubscriptionOn(this::runOnEventLoop)
          .await()
          .atMost(SEND_TIMEOUT);
    } catch (RuntimeException e) {
      // Logs neither the address nor the reply of the server, which may contain the address.
      LOG.warnf(
          "A mail could not be sent, attempt %d (%s); it will be sent again later",
          mail.attempts(), e.getClass().getSimpleName());
      outbox.retryLater(mail);
      return false;
    }
    outbox.markSent(mail);
    return true;
  }

  /**
   * Runs a send operation on the event loop. On any other thread the client may miss the greeting
   * of a fast server and then wait until the time-out.
   */
  private void runOnEventLoop(Runnable sending) {
    eventLoop.runOnContext(ignored -> sending.run());
  }

  private io.quarkus.mailer.Mail message(QueuedMail mail) {
    String desk = settings.desk().map(URI::toString).orElseGet(() -> site + "/backoffice");
    List<String> paragraphs =
        switch (mail.kind()) {
          case CHAIN ->
              List.of(
                  reason(mail.kind()),
                  mail.details(),
                  texts.get("notification.login", desk + "/audit"));
          case AGENDA -> agenda(mail, desk);
          case SOMETHING, WAITING, STAND_IN ->
              List.of(
                  reason(mail.kind()),
                  texts.get("notification.login", desk),
                  texts.get("notification.on-purpose"));
        };
    return io.quarkus.mailer.Mail.withText(
            mail.recipient(),
            texts.get("notification.subject"),
            String.join("\n\n", paragraphs) + "\n")
        .addHeader("Message-ID", "<" + mail.id() + "@uitweg>")
        .addHeader("Auto-Submitted", "auto-generated");
  }

  /** The number of items in the agenda, and what else waits. */
  private List<String> agenda(QueuedMail mail, String desk) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(texts.get("notification.text.agenda", mail.agendaItems()));
    mail.alongWith().forEach(kind -> paragraphs.add(reason(kind)));
    paragraphs.add(texts.get("notification.login", desk));
    paragraphs.add(texts.get("notification.on-purpose"));
    return paragraphs;
  }

  private String reason(QueuedMail.Kind kind) {
    return texts.get("notification.text." + kind.key());
  }
}
