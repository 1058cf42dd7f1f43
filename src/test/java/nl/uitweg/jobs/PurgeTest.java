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

  private static final String DOSSIER = "'d0551e40-0000-4000-8000-000000000001'";

  @BeforeEach
  void deleteReportsOfOtherTests() throws SQLException {
    execute("delete from report where municipality = 'ankerdaal'");
    execute("delete from dossier where municipality = 'ankerdaal'");
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

  @Test
  void dossierKeepsClosedReportAsLongAsAnotherIsNeeded() throws SQLException {
    send();
    send();
    putAllIntoOneDossier();
    String one = "(select id from report where municipality = 'ankerdaal' order by id limit 1)";
    execute("update report set state = 'IN_PROGRESS' where municipality = 'ankerdaal'");
    execute(
        "update report set state = 'CLOSED', closed_on = " + TODAY + " - 900 where id = " + one);
    assertThat(purge.run()).as("the other one is open").isZero();
    execute(
        "update report set state = 'CLOSED', closed_on = "
            + TODAY
            + " - 364 where municipality = 'ankerdaal' and state = 'IN_PROGRESS'");
    assertThat(purge.run()).as("the other one was closed later").isZero();
    execute(
        "update report set closed_on = "
            + TODAY
            + " - 366, keep_until = "
            + TODAY
            + " + 1 where municipality = 'ankerdaal' and id <> "
            + one);
    assertThat(purge.run()).as("the other one was postponed").isZero();
    execute("update report set keep_until = null where municipality = 'ankerdaal'");
    assertThat(purge.run()).as("the last one is due: all are").isEqualTo(2);
    for (String table : List.of("dossier_report", "dossier_key", "dossier_note")) {
      assertThat(count("select count(*) from " + table + " where dossier_id = " + DOSSIER))
          .isZero();
    }
    assertThat(count("select count(*) from dossier where id = " + DOSSIER)).isZero();
    assertThat(
            count(
                "select count(*) from audit_event where action = 'purge'"
                    + " and object = 'dossier/' || "
                    + DOSSIER))
        .isPositive();
    assertThat(count("select count(*) from tombstone")).isEqualTo(2);
  }

  @Test
  void dossierNeverKeepsWithdrawnReportAndSpamKeepsNothing() throws SQLException {
    send();
    send();
    putAllIntoOneDossier();
    String one = "(select id from report where municipality = 'ankerdaal' order by id limit 1)";
    execute("update report set state = 'IN_PROGRESS' where municipality = 'ankerdaal'");
    execute("update report set state = 'WITHDRAWN' where id = " + one);
    execute("update report set state = 'CLOSED', closed_on = " + TODAY + " - 1 where id = " + one);
    assertThat(purge.run()).as("the right of its reporter").isEqualTo(1);
    assertThat(count("select count(*) from dossier where id = " + DOSSIER)).isEqualTo(1);
    execute(
        "update report set state = 'CLOSED', closed_on = "
            + TODAY
            + " - 366 where municipality = 'ankerdaal'");
    send();
    execute("update report set state = 'SPAM' where municipality = 'ankerdaal' and state = 'NEW'");
    putAllIntoOneDossier();
    assertThat(purge.run()).as("spam keeps no other report").isEqualTo(1);
    assertThat(count("select count(*) from dossier where id = " + DOSSIER)).isZero();
  }

  @Test
  void deletesDossierThatOfficersEmptied() throws SQLException {
    send();
    putAllIntoOneDossier();
    execute("delete from dossier_report where dossier_id = " + DOSSIER);
    purge.run();
    assertThat(count("select count(*) from dossier where id = " + DOSSIER)).isEqualTo(1);
    execute("update dossier set changed_at = now() - interval '31 days' where id = " + DOSSIER);
    purge.run();
    assertThat(count("select count(*) from dossier where id = " + DOSSIER)).isZero();
  }

  private static void putAllIntoOneDossier() throws SQLException {
    execute(
        "insert into dossier (id, municipality, kind, created_on, changed_at) values ("
            + DOSSIER
            + ", 'ankerdaal', 'OTHER', now(), now()) on conflict (id) do nothing");
    execute(
        "insert into dossier_report (report_id, dossier_id, added_by, added_at) select id, "
            + DOSSIER
            + ", 'ankerdaal', now() from report where municipality = 'ankerdaal'"
            + " on conflict do nothing");
    execute(
        "insert into dossier_note (id, dossier_id, position, sealed) values (gen_random_uuid(), "
            + DOSSIER
            + ", 1, '\\x01') on conflict do nothing");
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
