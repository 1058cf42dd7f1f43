package nl.uitweg.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which reports the purge deletes and what it keeps of them. */
@ServerTest
class PurgeTest {

  @Inject PurgeJob purge;

  /** The current date in Dutch time, which differs from the date in UTC just after midnight. */
  private static final String TODAY = "(now() at time zone 'Europe/Amsterdam')::date";

  @BeforeEach
  void deleteReportsOfOtherTests() throws SQLException {
    execute("delete from report where municipality = 'ankerdaal'");
    execute("delete from tombstone");
  }

  @Test
  void purgesReportAfterRetentionPeriodAndLeavesTombstone() throws SQLException {
    send();
    execute(
        "update report set state = 'CLOSED', closed_on = "
            + TODAY
            + " - 366 where municipality = 'ankerdaal'");
    assertThat(purge.run()).isEqualTo(1);
    for (String table : List.of("wrapped_key", "receipt", "message", "note", "translation")) {
      assertThat(
              count(
                  "select count(*) from "
                      + table
                      + " where report_id not in (select id from report)"))
          .isZero();
    }
    assertThat(count("select count(*) from report where municipality = 'ankerdaal'")).isZero();
    assertThat(
            count(
                "select count(*) from tombstone where municipality = 'ankerdaal' and forms = '{labour}'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from audit_event where action = 'purge'")).isPositive();
  }

  @Test
  void keepsOpenRecentlyClosedAndPostponedReports() throws SQLException {
    send();
    send();
    send();
    execute(
        "update report set state = 'IN_PROGRESS', received_on = now() - interval '9 years' where municipality = 'ankerdaal'");
    assertThat(purge.run()).isZero();
    execute(
        "update report set state = 'CLOSED', closed_on = "
            + TODAY
            + " - 364 where municipality = 'ankerdaal'");
    assertThat(purge.run()).isZero();
    execute(
        "update report set closed_on = "
            + TODAY
            + " - 400, keep_until = "
            + TODAY
            + " + 1 where municipality = 'ankerdaal'");
    assertThat(purge.run()).isZero();
    assertThat(count("select count(*) from report where municipality = 'ankerdaal'")).isEqualTo(3);
  }

  @Test
  void purgesWithdrawnReportTheDayAfterAnOfficerClosedIt() throws SQLException {
    send();
    execute("update report set state = 'WITHDRAWN' where municipality = 'ankerdaal'");
    assertThat(purge.run()).as("withdrawn, but not judged yet").isZero();
    execute(
        "update report set state = 'CLOSED', closed_on = "
            + TODAY
            + " where municipality = 'ankerdaal'");
    assertThat(purge.run()).as("closed today").isZero();
    execute("update report set closed_on = " + TODAY + " - 1 where municipality = 'ankerdaal'");
    assertThat(purge.run()).isEqualTo(1);
    assertThat(count("select count(*) from report where municipality = 'ankerdaal'")).isZero();
  }

  @Test
  void keepsWithdrawnReportThatAnOfficerReopened() throws SQLException {
    send();
    for (String state : List.of("WITHDRAWN", "REOPENED", "CLOSED")) {
      execute("update report set state = '" + state + "' where municipality = 'ankerdaal'");
    }
    execute("update report set closed_on = " + TODAY + " - 2 where municipality = 'ankerdaal'");
    assertThat(purge.run()).isZero();
  }

  @Test
  void purgesEachReportOnceWhenReplicasRunConcurrently() throws Exception {
    for (int i = 0; i < 5; i++) {
      send();
    }
    execute(
        "update report set state = 'CLOSED', closed_on = "
            + TODAY
            + " - 366 where municipality = 'ankerdaal'");
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> runs =
          Stream.generate(() -> replicas.submit(purge::run)).limit(4).toList();
      int total = 0;
      for (Future<Integer> run : runs) {
        total += run.get();
      }
      assertThat(total).isEqualTo(5);
    } finally {
      replicas.shutdown();
    }
    assertThat(count("select count(*) from tombstone")).isEqualTo(5);
  }

  private static void send() {
    FormClient form = new FormClient("nl");
    form.fillIn("ankerdaal", "om te wissen", "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        Servers.database().jdbcUrl(), Servers.database().superuser(), "");
  }
}
