package nl.uitweg.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What arrives in the mailbox of an officer, through a real mail server. That the rounds go by
 * themselves is seen in {@code FloodTest}.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class NotificationTest {

  private static final String OFFICER = "zandvoort@example.test";
  private static final String STAND_IN = "standin@example.test";
  private static final String AUDITOR = "auditor@example.test";
  private static final String CANARY = "kanariegeel";

  @Inject ScheduledJobs rounds;

  private long before;

  @BeforeEach
  void nothingIsWaiting() throws SQLException {
    rounds.go();
    execute("delete from mail");
    before = mails(OFFICER);
  }

  @AfterEach
  void theServerIsUp() {
    MailServer.restart();
  }

  @Test
  void a_new_report_is_one_mail_that_says_nothing_about_it() throws SQLException {
    send();
    rounds.go();
    arrives(OFFICER, before + 1);
    String mail = newest(OFFICER);
    assertThat(mail)
        .contains("Subject: Uitweg: er staat iets voor je klaar")
        .contains("/backoffice")
        .contains("text/plain")
        .doesNotContain(CANARY)
        .doesNotContainIgnoringCase("melding")
        .doesNotContainIgnoringCase("zeestraat")
        .doesNotContain(text("select id from report where municipality = 'zandvoort'"));
    assertThat(MailServer.messagesTo("heemstede@example.test").toList())
        .as("another municipality hears nothing of it")
        .noneMatch(other -> other.contains(id(mail)));
    rounds.go();
    assertThat(mails(OFFICER)).isEqualTo(before + 1);
  }

  @Test
  void who_wants_one_mail_a_day_gets_the_whole_day_in_one() throws SQLException {
    send();
    rounds.go();
    send();
    rounds.go();
    arrives(OFFICER, before + 2);
    assertThat(count("select count(*) from mail where recipient = 'digest@example.test'"))
        .isEqualTo(1);
    long digests = mails("digest@example.test");
    execute("update mail set due_at = now() where recipient = 'digest@example.test'");
    rounds.go();
    arrives("digest@example.test", digests + 1);
  }

  @Test
  void an_answer_of_the_reporter_is_a_mail() throws SQLException {
    String code = send();
    rounds.go();
    arrives(OFFICER, before + 1);
    answer(code);
    rounds.go();
    arrives(OFFICER, before + 2);
    assertThat(newest(OFFICER)).doesNotContain(CANARY);
  }

  @Test
  void a_mail_server_that_is_down_loses_nothing_and_nothing_comes_twice() throws SQLException {
    MailServer.shutDown();
    send();
    rounds.go();
    send();
    rounds.go();
    assertThat(count("select count(*) from mail where recipient = '" + OFFICER + "'"))
        .as("two reports and no server are one mail that waits")
        .isEqualTo(1);
    MailServer.restart();
    execute("update mail set due_at = now() where recipient = '" + OFFICER + "'");
    rounds.go();
    arrives(OFFICER, 1);
    rounds.go();
    assertThat(mails(OFFICER)).isEqualTo(1);
    assertThat(count("select count(*) from mail where recipient = '" + OFFICER + "'")).isZero();
  }

  @Test
  void a_replica_that_died_while_sending_is_taken_over() throws SQLException {
    MailServer.shutDown();
    send();
    rounds.go();
    MailServer.restart();
    execute("update mail set due_at = now(), claimed_until = now() + interval '1 hour'");
    rounds.go();
    assertThat(mails(OFFICER)).as("claimed by another").isZero();
    execute("update mail set claimed_until = now() - interval '1 second'");
    rounds.go();
    arrives(OFFICER, 1);
  }

  @Test
  void two_replicas_at_once_send_one_mail() throws Exception {
    send();
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> round =
          () -> {
            rounds.go();
            return true;
          };
      for (Future<Boolean> done : replicas.invokeAll(List.of(round, round, round, round))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      replicas.shutdown();
    }
    arrives(OFFICER, before + 1);
    assertThat(mails(OFFICER)).isEqualTo(before + 1);
  }

  @Test
  void an_unopened_report_reminds_its_officers_and_later_the_stand_in() throws SQLException {
    send();
    rounds.go();
    arrives(OFFICER, before + 1);
    long standIns = mails(STAND_IN);
    execute(
        "update report set received_on = current_date - 4 where state = 'NEW' and municipality ="
            + " 'zandvoort'");
    execute("insert into reminder select id, 'STAND_IN' from report");
    rounds.go();
    arrives(OFFICER, before + 2);
    assertThat(newest(OFFICER)).contains("langer dan is afgesproken");
    assertThat(mails(STAND_IN)).isEqualTo(standIns);
    execute("delete from reminder where what = 'STAND_IN'");
    execute(
        "update report set received_on = current_date - 7 where state = 'NEW' and municipality ="
            + " 'zandvoort'");
    rounds.go();
    arrives(STAND_IN, standIns + 1);
    assertThat(newest(STAND_IN)).contains("als vervanger").doesNotContain(CANARY);
    rounds.go();
    assertThat(mails(STAND_IN)).isEqualTo(standIns + 1);
    assertThat(mails(OFFICER)).isEqualTo(before + 2);
  }

  @Test
  void the_auditor_gets_the_head_of_the_chain_once_a_day() throws SQLException {
    long heads = mails(AUDITOR);
    execute("delete from audit_head_mail");
    rounds.go();
    rounds.go();
    arrives(AUDITOR, heads + 1);
    assertThat(mails(AUDITOR)).isEqualTo(heads + 1);
    String head =
        text("select reason from audit_event where action = 'mail-head' order by position desc");
    assertThat(newest(AUDITOR)).contains(head);
    assertThat(count("select count(*) from audit_event where hash = '" + head + "'")).isEqualTo(1);
  }

  @Test
  void the_public_tier_sees_no_address() {
    assertThatThrownBy(() -> asPublic("select * from mail")).hasMessageContaining("denied");
    assertThatThrownBy(() -> asPublic("delete from report_notification"))
        .hasMessageContaining("denied");
  }

  private static String send() {
    FormClient form = new FormClient("nl");
    form.fillIn("zandvoort", CANARY, "unknown");
    String code = FormClient.code(form.press("send"));
    assertThat(code).hasSize(20);
    return code;
  }

  private static void answer(String code) {
    String page = given().formParam("code", code).post("/nl/code").asString();
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    String answered =
        given()
            .formParam("token", token.group(1))
            .formParam("go", "say")
            .formParam("message", CANARY)
            .post("/nl/code")
            .asString();
    assertThat(answered).contains(CANARY);
  }

  private static long mails(String address) {
    return MailServer.messagesTo(address).count();
  }

  private static void arrives(String address, long number) {
    TestTimeout.await().untilAsserted(() -> assertThat(mails(address)).isEqualTo(number));
  }

  private static String newest(String address) {
    return MailServer.messagesTo(address).reduce((first, second) -> second).orElseThrow();
  }

  private static String id(String mail) {
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
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  private static String text(String query) throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}
