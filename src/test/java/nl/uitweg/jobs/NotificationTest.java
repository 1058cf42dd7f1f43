package nl.uitweg.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.MailServer;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the mails to officers, stand-ins and the auditor with an SMTP server in this process.
 * {@code FloodTest} tests that the jobs are scheduled.
 */
@ServerTest
class NotificationTest {

  private static final String OFFICER = "zilvervoort@example.test";
  private static final String STAND_IN = "standin@example.test";
  private static final String AUDITOR = "auditor@example.test";
  private static final String CANARY = "kanariegeel";

  @Inject ScheduledJobs jobs;

  private long mailsBefore;

  @BeforeEach
  void discardPendingMails() throws SQLException {
    jobs.runAll();
    execute("delete from mail");
    mailsBefore = countMails(OFFICER);
  }

  @AfterEach
  void startMailServer() {
    MailServer.restart();
  }

  @Test
  void sendsOneMailWithoutContentForNewReport() throws SQLException {
    sendReport();
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 1);
    String mail = newestMail(OFFICER);
    assertThat(mail)
        .contains("Subject: Uitweg: er staat iets voor je klaar")
        .contains("/backoffice")
        .contains("text/plain")
        .doesNotContain(CANARY)
        .doesNotContainIgnoringCase("melding")
        .doesNotContainIgnoringCase("zeestraat")
        .doesNotContain(queryText("select id from report where municipality = 'zilvervoort'"));
    assertThat(MailServer.messagesTo("lindestede@example.test").toList())
        .as("officers of another municipality get no mail")
        .noneMatch(other -> other.contains(messageId(mail)));
    jobs.runAll();
    assertThat(countMails(OFFICER)).isEqualTo(mailsBefore + 1);
  }

  @Test
  void sendsOneDailyMailToDigestAddresses() throws SQLException {
    sendReport();
    jobs.runAll();
    sendReport();
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 2);
    assertThat(count("select count(*) from mail where recipient = 'digest@example.test'"))
        .isEqualTo(1);
    long digestMails = countMails("digest@example.test");
    execute("update mail set due_at = now() where recipient = 'digest@example.test'");
    jobs.runAll();
    awaitMails("digest@example.test", digestMails + 1);
  }

  @Test
  void sendsMailForMessageOfReporter() throws SQLException {
    String code = sendReport();
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 1);
    sendMessage(code);
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 2);
    assertThat(newestMail(OFFICER)).doesNotContain(CANARY);
  }

  @Test
  void sendsMailForOutcomeOfReferral() throws SQLException {
    sendReport();
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 1);
    execute(
        "insert into referral (id, report_id, recipient, receiver, referred_at, sealed)"
            + " select gen_random_uuid(), id, 'care', 'care', now(), 'x' from report"
            + " where municipality = 'zilvervoort' limit 1");
    execute("insert into new_outcome select id, report_id from referral where sealed = 'x'");
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 2);
    assertThat(newestMail(OFFICER)).doesNotContain(CANARY);
    execute("delete from referral where sealed = 'x'");
  }

  @Test
  void sendsMailOnceAfterServerWasDown() throws SQLException {
    MailServer.stop();
    sendReport();
    jobs.runAll();
    sendReport();
    jobs.runAll();
    assertThat(count("select count(*) from mail where recipient = '" + OFFICER + "'"))
        .as("two reports queue one mail while the server is down")
        .isEqualTo(1);
    MailServer.restart();
    execute("update mail set due_at = now() where recipient = '" + OFFICER + "'");
    jobs.runAll();
    awaitMails(OFFICER, 1);
    jobs.runAll();
    assertThat(countMails(OFFICER)).isEqualTo(1);
    assertThat(count("select count(*) from mail where recipient = '" + OFFICER + "'")).isZero();
  }

  @Test
  void sendsMailClaimedByStoppedReplica() throws SQLException {
    MailServer.stop();
    sendReport();
    jobs.runAll();
    MailServer.restart();
    execute("update mail set due_at = now(), claimed_until = now() + interval '1 hour'");
    jobs.runAll();
    assertThat(countMails(OFFICER)).as("claimed by another replica").isZero();
    execute("update mail set claimed_until = now() - interval '1 second'");
    jobs.runAll();
    awaitMails(OFFICER, 1);
  }

  @Test
  void concurrentReplicasSendOneMail() throws Exception {
    sendReport();
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> run =
          () -> {
            jobs.runAll();
            return true;
          };
      for (Future<Boolean> done : replicas.invokeAll(List.of(run, run, run, run))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      replicas.shutdown();
    }
    awaitMails(OFFICER, mailsBefore + 1);
    assertThat(countMails(OFFICER)).isEqualTo(mailsBefore + 1);
  }

  @Test
  void remindsOfficersThenStandInOfUnopenedReport() throws SQLException {
    sendReport();
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 1);
    long standInMails = countMails(STAND_IN);
    execute(
        "update report set received_on = current_date - 4 where state = 'NEW' and municipality ="
            + " 'zilvervoort'");
    execute("insert into reminder select id, 'STAND_IN' from report");
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 2);
    assertThat(newestMail(OFFICER)).contains("langer dan is afgesproken");
    assertThat(countMails(STAND_IN)).isEqualTo(standInMails);
    execute("delete from reminder where what = 'STAND_IN'");
    execute(
        "update report set received_on = current_date - 7 where state = 'NEW' and municipality ="
            + " 'zilvervoort'");
    jobs.runAll();
    awaitMails(STAND_IN, standInMails + 1);
    assertThat(newestMail(STAND_IN)).contains("als vervanger").doesNotContain(CANARY);
    jobs.runAll();
    assertThat(countMails(STAND_IN)).isEqualTo(standInMails + 1);
    assertThat(countMails(OFFICER)).isEqualTo(mailsBefore + 2);
  }

  @Test
  void sendsOneDailyMailWithTheNumberOfAgendaItems() throws SQLException {
    sendReport();
    sendReport();
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 1);
    String add =
        "insert into agenda_item (id, report_id, kind, day, for_officer, sealed)"
            + " select gen_random_uuid(), id, 'call', current_date + %d, 'kanarieman', '\\x00'"
            + " from (select id from report where municipality = 'zilvervoort' limit 2) r";
    execute(add.formatted(-1));
    execute(add.formatted(2));
    long digestMails = countMails("digest@example.test");
    execute("delete from mail where recipient <> 'digest@example.test'");
    execute("update mail set due_at = now()");
    execute("delete from agenda_mail");
    jobs.runAll();
    awaitMails(OFFICER, mailsBefore + 2);
    assertThat(newestMail(OFFICER))
        .contains("staan 2 punten voor vandaag of eerder")
        .doesNotContainIgnoringCase("kanarie")
        .doesNotContainIgnoringCase("bel")
        .doesNotContainIgnoringCase("melding")
        .doesNotContain(queryText("select report_id from agenda_item"));
    awaitMails("digest@example.test", digestMails + 1);
    assertThat(newestMail("digest@example.test"))
        .as("what waited for the daily mail goes along")
        .contains("staan 2 punten", "Er staat iets voor je klaar in Uitweg.");
    jobs.runAll();
    assertThat(countMails(OFFICER)).isEqualTo(mailsBefore + 2);
    assertThat(countMails("digest@example.test")).isEqualTo(digestMails + 1);
    execute("delete from agenda_item");
    execute("delete from agenda_mail");
    jobs.runAll();
    assertThat(countMails(OFFICER)).as("nothing is due").isEqualTo(mailsBefore + 2);
  }

  @Test
  void sendsChainHeadToAuditorOnceADay() throws SQLException {
    long auditorMails = countMails(AUDITOR);
    execute("delete from audit_head_mail");
    jobs.runAll();
    jobs.runAll();
    awaitMails(AUDITOR, auditorMails + 1);
    assertThat(countMails(AUDITOR)).isEqualTo(auditorMails + 1);
    String head =
        queryText(
            "select reason from audit_event where action = 'mail-head' order by position desc");
    assertThat(newestMail(AUDITOR)).contains(head);
    assertThat(count("select count(*) from audit_event where hash = '" + head + "'")).isEqualTo(1);
  }

  @Test
  void publicTierCannotReadMailsOrDeleteNotifications() {
    assertThatThrownBy(() -> asPublic("select * from mail")).hasMessageContaining("denied");
    assertThatThrownBy(() -> asPublic("delete from report_notification"))
        .hasMessageContaining("denied");
  }

  private static String sendReport() {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", CANARY, "unknown");
    String code = FormClient.code(form.press("send"));
    assertThat(code).hasSize(20);
    return code;
  }

  private static void sendMessage(String code) {
    String page = given().formParam("code", code).post("/nl/code").asString();
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    String answered =
        given()
            .formParam("token", token.group(1))
            .formParam("go", "send")
            .formParam("message", CANARY)
            .post("/nl/code")
            .asString();
    assertThat(answered).contains(CANARY);
  }

  private static long countMails(String address) {
    return MailServer.messagesTo(address).count();
  }

  private static void awaitMails(String address, long count) {
    TestTimeout.await().untilAsserted(() -> assertThat(countMails(address)).isEqualTo(count));
  }

  private static String newestMail(String address) {
    return MailServer.messagesTo(address).reduce((first, second) -> second).orElseThrow();
  }

  private static String messageId(String mail) {
    return Stream.of(mail.split("\r?\n"))
        .filter(line -> line.startsWith("Message-ID"))
        .findFirst()
        .orElseThrow();
  }

  private static void asPublic(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_public", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String query) throws SQLException {
    return Long.parseLong(queryText(query));
  }

  private static String queryText(String query) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}
