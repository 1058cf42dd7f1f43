package nl.uitweg.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.uitweg.operator.DatabaseLogin;
import nl.uitweg.operator.KeyRewrapper;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/** What dossiers promise about access, concurrent changes, the audit trail and sealing. */
@ServerTest
class DossierTest {

  private static final String H1_UNREADABLE = "<bdi>Titel is onleesbaar</bdi></h1>";

  @TestHTTPResource("/")
  String root;

  @Test
  void isHiddenFromOtherMunicipalitiesAndRoles() {
    SentReport report = send("zilvervoort", "dossier of zilvervoort");
    SentReport foreign = send("lindestede", "report of lindestede");
    String dossier;
    String foreignNumber;
    try (DeskClient desk = desk("zilvervoort")) {
      dossier = DossierClient.create(desk, report, "Geheime straat 1", "house");
    }
    try (DeskClient lindestede = desk("lindestede")) {
      foreignNumber = DossierClient.number(lindestede, foreign);
      assertThat(lindestede.get(dossier).status()).isEqualTo(404);
      assertThat(lindestede.get(dossier + "/referral").status()).isEqualTo(404);
      assertThat(lindestede.get("/backoffice/dossiers").text()).doesNotContain("Geheime straat");
      assertThat(lindestede.get(foreign.path()).text()).doesNotContain("Geheime straat");
      String token = lindestede.token(foreign.path());
      for (String act :
          List.of(
              "/title",
              "/assign",
              "/state",
              "/notes",
              "/reports",
              "/reports/remove",
              "/reports/split",
              "/reports/merge",
              "/reports/undo")) {
        assertThat(lindestede.postWith(token, dossier + act, "to", "closed").status())
            .as(act)
            .isEqualTo(404);
      }
      APIResponse named =
          lindestede.postWith(token, foreign.path() + "/dossier", "dossier", id(dossier));
      assertThat(named.status()).as("a dossier of another municipality").isEqualTo(404);
      String own = DossierClient.create(lindestede, foreign, "Van Lindestede", "other");
      APIResponse merged = lindestede.post(own, own + "/reports/merge", "dossier", id(dossier));
      assertThat(merged.status()).isEqualTo(422);
      assertThat(merged.text()).doesNotContain("Geheime straat");
    }
    try (DeskClient desk = desk("zilvervoort")) {
      APIResponse unknown = desk.post(dossier, dossier + "/reports", "number", "100 000");
      APIResponse ofOther = desk.post(dossier, dossier + "/reports", "number", foreignNumber);
      assertThat(ofOther.status()).isEqualTo(422).isEqualTo(unknown.status());
      assertThat(ofOther.text()).contains("Geen melding van jouw gemeente heeft dit nummer");
      assertThat(unknown.text()).contains("Geen melding van jouw gemeente heeft dit nummer");
      assertThat(desk.get("/backoffice/dossiers/" + UUID.randomUUID()).status()).isEqualTo(404);
      assertThat(desk.get("/backoffice/dossiers/nonsense").status()).isEqualTo(404);
    }
    try (DeskClient care = desk("care")) {
      assertThat(care.get(dossier).status()).isEqualTo(403);
      assertThat(care.get("/backoffice/dossiers").status()).isEqualTo(403);
    }
  }

  @Test
  void publicLoginHasNoAccess() {
    assertThat(
            SuperuserDatabase.values(
                "select table_name || '.' || column_name from information_schema.column_privileges"
                    + " where grantee in ('portal_public', 'portal_intake')"
                    + " and table_name like 'dossier%'"))
        .isEmpty();
  }

  @Test
  void tellsSecondOfficerWhatWasChangedAndKeepsInput() {
    SentReport report = send("zilvervoort", "two officers at once");
    try (DeskClient first = desk("zilvervoort");
        DeskClient second = desk("officer")) {
      String dossier = DossierClient.create(first, report, "Samen 1", "house");
      String seen = DossierClient.seen(second, dossier);
      first.post(dossier, dossier + "/title", "title", "Samen 2", "kind", "house");
      APIResponse refused =
          second.post(dossier, dossier + "/notes", "seen", seen, "note", "written meanwhile");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text())
          .contains("Dit dossier is intussen gewijzigd")
          .contains("Titel of soort van een dossier gewijzigd, door zilvervoort")
          .contains("written meanwhile")
          .contains("Samen 2");
      assertThat(
              SuperuserDatabase.values(
                  "select id from dossier_note where dossier_id::text = ?", id(dossier)))
          .isEmpty();
      APIResponse again =
          second.post(
              dossier,
              dossier + "/notes",
              "seen",
              DossierClient.seen(second, dossier),
              "note",
              "written meanwhile");
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.text()).contains("written meanwhile");
    }
  }

  @Test
  void recordsEveryActWithoutContent() {
    SentReport report = send("zilvervoort", "audited in a dossier");
    SentReport second = send("zilvervoort", "audited as the second");
    try (DeskClient desk = desk("zilvervoort")) {
      String dossier = DossierClient.create(desk, report, "Auditstraat 7", "house");
      DossierClient.add(desk, second, dossier);
      desk.post(dossier, dossier + "/reports/remove", "report", second.id());
      desk.post(dossier, dossier + "/reports/undo");
      desk.post(dossier, dossier + "/notes", "note", "audited note");
      desk.post(dossier, dossier + "/state", "to", "closed");
      desk.post(dossier, dossier + "/assign", "assigned", "");
      desk.post(dossier, dossier + "/title", "title", "", "kind", "house");
      String object = "dossier/" + id(dossier);
      assertThat(AuditRows.about(object))
          .filteredOn(event -> !event.contains("dossier-read"))
          .satisfies(events -> assertThat(events.get(0)).startsWith("zilvervoort dossier-sealed"))
          .contains(
              "zilvervoort dossier-create done house",
              "zilvervoort dossier-add done report/" + report.id(),
              "zilvervoort dossier-remove done report/" + second.id(),
              "zilvervoort dossier-undo done remove",
              "zilvervoort note done",
              "zilvervoort state done closed",
              "zilvervoort assign done -",
              "zilvervoort dossier-rename refused");
      assertThat(AuditRows.about(second.object()))
          .contains(
              "zilvervoort dossier-add done " + object,
              "zilvervoort dossier-remove done " + object);
      assertThat(SuperuserDatabase.values("select reason from audit_event"))
          .noneMatch(reason -> reason.contains("Auditstraat") || reason.contains("audited note"));
    }
  }

  @Test
  void sealsTitleAndNotesWithRecordedKey() {
    SentReport report = send("zilvervoort", "sealed in a dossier");
    try (DeskClient desk = desk("zilvervoort")) {
      String dossier = DossierClient.create(desk, report, "Zegelstraat 5", "house");
      desk.post(dossier, dossier + "/notes", "note", "sealed note");
      assertThat(
              SuperuserDatabase.values(
                  "select recipient from dossier_key where dossier_id::text = ? order by 1",
                  id(dossier)))
          .containsExactly("recovery", "zilvervoort");
      assertThat(
              SuperuserDatabase.values(
                  "select encode(sealed, 'escape') from dossier union all"
                      + " select encode(sealed, 'escape') from dossier_note"))
          .noneMatch(text -> text.contains("egelstraat") || text.contains("ealed note"));
      String other = DossierClient.create(desk, send("zilvervoort", "another"), "Ander", "other");
      SuperuserDatabase.change(
          "update dossier set sealed = (select sealed from dossier where id::text = ?)"
              + " where id::text = ?",
          id(other),
          id(dossier));
      assertThat(desk.get(dossier).text()).contains(H1_UNREADABLE).contains("sealed note");
      SuperuserDatabase.change("delete from dossier_key where dossier_id::text = ?", id(dossier));
      APIResponse refused = desk.post(dossier, dossier + "/notes", "note", "second note");
      assertThat(refused.status()).as("no second key is made").isEqualTo(409);
      assertThat(refused.text()).contains("second note").doesNotContain("sealed note");
    }
  }

  @Test
  void opensAfterRewrappingAndRecovery() {
    SentReport report = send("zilvervoort", "rewrapped in a dossier");
    try (DeskClient desk = desk("zilvervoort")) {
      String dossier = DossierClient.create(desk, report, "Sleutelstraat 9", "house");
      rewrap(Opener.read(keys().resolve("private")), "zilvervoort");
      assertThat(desk.get(dossier).text()).contains("Sleutelstraat 9");
      SuperuserDatabase.change(
          "update dossier_key set wrapped = set_byte(wrapped, 99, get_byte(wrapped, 99) # 1)"
              + " where dossier_id::text = ? and recipient = 'zilvervoort'",
          id(dossier));
      assertThat(desk.get(dossier).text()).contains(H1_UNREADABLE);
      rewrap(Opener.recovery(keys().resolve("offline/recovery.private.json")), Sealer.RECOVERY);
      assertThat(desk.get(dossier).text())
          .contains("Sleutelstraat 9")
          .doesNotContain(H1_UNREADABLE);
    }
  }

  @Test
  void relatedReportsJoinOneDossierAndTwoDossiersAskToMerge() {
    SentReport first = send("zilvervoort", "The profile @harbour.cat.4 offers work");
    SentReport second = send("zilvervoort", "Again @harbour.cat.4 offers work");
    SentReport third = send("zilvervoort", "Third time @harbour.cat.4 wrote");
    SentReport untaken = send("dont-know", "Everywhere @harbour.cat.4 is seen");
    try (DeskClient desk = desk("zilvervoort")) {
      desk.post(first.path(), first.path() + "/links", "other", second.id());
      desk.post(first.path(), first.path() + "/links", "same", second.id());
      String dossier = DossierClient.of(desk, first);
      assertThat(DossierClient.of(desk, second)).isEqualTo(dossier);
      assertThat(desk.get(dossier).text()).contains("@harbour.cat.4").contains("Profiel");
      assertThat(desk.post(first.path(), first.path() + "/links", "other", second.id()).text())
          .contains("Deze twee meldingen zitten in hetzelfde dossier");
      assertThat(desk.post(first.path(), first.path() + "/links", "same", untaken.id()).status())
          .isEqualTo(409);
      String other = DossierClient.create(desk, third, "Los", "other");
      APIResponse asked = desk.post(third.path(), third.path() + "/links", "same", first.id());
      assertThat(asked.url()).contains(other + "?merge=" + id(dossier));
      assertThat(asked.text()).contains("value=\"" + id(dossier) + "\" selected");
    }
  }

  @Test
  void refersWholeDossierReportByReport() {
    SentReport unknown = send("zilvervoort", "stays unknown in the dossier");
    SentReport shared = SentReport.send("zilvervoort", "may be shared in the dossier", "share");
    try (DeskClient desk = desk("zilvervoort")) {
      String dossier = DossierClient.create(desk, unknown, "Overdracht 1", "house");
      DossierClient.add(desk, shared, dossier);
      String plan = desk.get(dossier + "/referral?to=police&purpose=help").text();
      assertThat(plan)
          .contains("Blijft onbekend")
          .contains("Delen mag")
          .contains(unknown.path() + "/referral?from=")
          .contains("&amp;to=police&amp;purpose=help");
      assertThat(desk.get(unknown.path() + "/referral?to=police&purpose=help").text())
          .containsPattern("value=\"help\"[^>]* (selected|checked)");
      SuperuserDatabase.change(
          "insert into referral (id, report_id, recipient, referred_at, sealed)"
              + " values (gen_random_uuid(), ?::uuid, 'police', now(), '\\x01')",
          shared.id());
      assertThat(desk.get(dossier + "/referral?to=police").text()).contains("Al overgedragen op");
      assertThat(desk.get(dossier + "/referral?to=care").text()).doesNotContain("Al overgedragen");
    }
  }

  @Test
  void opensDossierByItsNumber() {
    SentReport report = send("zilvervoort", "found by the number of its dossier");
    try (DeskClient desk = desk("zilvervoort");
        DeskClient lindestede = desk("lindestede")) {
      String dossier = DossierClient.create(desk, report, "Nummerstraat 2", "house");
      String number =
          SuperuserDatabase.values("select number from dossier where id::text = ?", id(dossier))
              .get(0);
      assertThat(desk.get("/backoffice/number?number=d-" + number).url()).endsWith(dossier);
      assertThat(lindestede.get("/backoffice/number?number=d-" + number).status()).isEqualTo(404);
    }
  }

  private static void rewrap(Opener opener, String from) {
    DatabaseLogin login = new DatabaseLogin(Servers.database().jdbcUrl(), "portal_backoffice", "");
    new KeyRewrapper(login, opener, Sealer.read(keys().resolve("public")))
        .rewrap("zilvervoort", from);
  }

  private static Path keys() {
    return Servers.folder().resolve("keys");
  }

  private static SentReport send(String municipality, String text) {
    return SentReport.send(municipality, text, "unknown");
  }

  private DeskClient desk(String user) {
    return new DeskClient(root.substring(0, root.length() - 1), user);
  }

  private static String id(String dossier) {
    return dossier.substring(dossier.lastIndexOf('/') + 1);
  }
}
