package nl.uitweg.site.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServerTest
class FormTest {

  private static final String CANARY = "kanarie-in-de-kolenmijn";

  @Test
  void storesReportEncryptedAndReturnsCode() throws SQLException {
    FormClient form = new FormClient("nl");
    form.fillIn("zilvervoort", CANARY + " in het huis", "unknown");
    Response sent = form.press("send");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(FormClient.code(sent)).hasSize(20);
    assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
    assertThat(sent.header("Set-Cookie")).isNull();
    assertThat(contentOfTables()).doesNotContain(CANARY).doesNotContain("Zeestraat");
  }

  @Test
  void storesNothingBeforeSending() throws SQLException {
    long before = reports();
    new FormClient("nl").fillIn("zilvervoort", "x", "unknown");
    assertThat(reports()).isEqualTo(before);
  }

  @Test
  void storesRepeatedSubmissionOnce() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("lindestede", "twice", "unknown");
    String token = form.sealedState();
    long before = reports();
    String first = FormClient.code(form.press("send"));
    form.token(token);
    String second = FormClient.code(form.press("send"));
    assertThat(second).isEqualTo(first).hasSize(20);
    assertThat(reports()).isEqualTo(before + 1);
  }

  @Test
  void storesChangedSubmissionAsNewReport() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("lindestede", "first version", "unknown");
    String token = form.sealedState();
    long before = reports();
    String first = FormClient.code(form.press("send"));
    form.token(token);
    form.press("change:what");
    form.next("what", "second version");
    String second = FormClient.code(form.press("send"));
    assertThat(second).hasSize(20).isNotEqualTo(first);
    assertThat(reports()).isEqualTo(before + 2);
  }

  @Test
  void showsStateButNotContentForCode() {
    FormClient form = new FormClient("en");
    form.fillIn("lindestede", CANARY, "unknown");
    String code = FormClient.code(form.press("send"));
    Response state = given().formParam("code", code).post("/en/code");
    assertThat(state.statusCode()).isEqualTo(200);
    assertThat(state.asString()).contains("has arrived").doesNotContain(CANARY);
    String wrong = code.substring(1) + code.charAt(0);
    Response refused = given().formParam("code", wrong).post("/en/code");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("This code is not right");
  }

  @Test
  void showsEmergencyNumberWhenSomeoneIsInDanger() {
    FormClient form = new FormClient("en");
    form.open();
    Response danger = form.next("safety", "yes");
    assertThat(danger.asString()).contains("tel:112").contains("Call 112 now");
    assertThat(form.next().asString()).contains("What do you see or suspect?");
  }

  @Test
  void tellsVictimInDangerWhatToSayAboutThemselves() {
    FormClient form = new FormClient("en");
    form.open();
    assertThat(form.next("safety", "yes", "role", "self").asString())
        .contains("Say that you are in danger")
        .doesNotContain("someone is in danger")
        .doesNotContain("Do not investigate this yourself");
  }

  @Test
  void addressesVictimsInSecondPerson() {
    FormClient form = new FormClient("nl");
    form.open();
    assertThat(form.next("safety", "no", "role", "self").asString())
        .contains("Wat maak je mee?")
        .contains("Je hoeft het niet zeker te weten.");
    form.next("forms", "labour");
    form.next();
    assertThat(form.next("municipality", "zilvervoort").asString())
        .contains("Wat wil je erover vertellen?")
        .contains("Je hoeft niet alles te vertellen.");
    assertThat(form.next("what", "x").asString())
        .contains("Hoe oud ben je, ongeveer?")
        .contains("Wie doet dit?")
        .doesNotContain("de persoon om wie het gaat");
    assertThat(form.next().asString())
        .as("somebody who reports about themselves is not asked how they know")
        .contains("7 van 8")
        .contains("name=\"contact\"");
    assertThat(form.next("contact", "unknown").asString())
        .as("the summary shows the questions in the second person")
        .contains("Wat wil je erover vertellen?");
  }

  @Test
  void explainsRecipientsBeforeSending() {
    String check = new FormClient("nl").fillIn("zilvervoort", "x", "contact").asString();
    assertThat(new FormClient("nl").fillIn("zilvervoort", "x", "unknown").asString())
        .contains("Je geeft je naam niet")
        .contains("kan die een deel doorgeven")
        .contains("RIEC")
        .doesNotContain("Alleen de aandachtsfunctionaris");
    assertThat(check).doesNotContain("Je geeft je naam niet");
  }

  @Test
  void refersToOtherServicesOutsideRegion() throws SQLException {
    long before = reports();
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    Response elsewhere = form.next("municipality", "elsewhere");
    assertThat(elsewhere.asString()).contains("tel:08000101").contains("tel:09000100");
    assertThat(form.press("send").asString()).contains("tel:08000101");
    assertThat(reports()).isEqualTo(before);
  }

  @Test
  void explainsMissingAnswersAndKeepsInput() {
    FormClient form = new FormClient("en");
    form.open();
    form.next();
    form.next();
    form.next();
    Response where = form.next("place", "Behind the station");
    assertThat(where.statusCode()).isEqualTo(422);
    assertThat(where.asString())
        .contains("There is a problem")
        .contains("href=\"#municipality-")
        .contains("Choose where it is happening")
        .contains("<title>Error: Report")
        .contains("Behind the station");
  }

  @Test
  void keepsInputOnBackAndReturnsToCheckAfterChange() {
    FormClient form = new FormClient("en");
    Response check = form.fillIn("zilvervoort", "first words", "unknown");
    assertThat(check.asString()).contains("first words").contains("Check your answers");
    form.press("change:what");
    assertThat(form.next("what", "other words").asString())
        .contains("Check your answers")
        .contains("other words");
    form.press("back");
    assertThat(form.next("contact", "unknown").asString()).contains("other words");
  }

  @Test
  void keepsInputWhenLanguageChanges() {
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next("municipality", "zilvervoort");
    Response dutch =
        given()
            .formParam("state", form.sealedState())
            .formParam("go", "stay")
            .formParam("what", "typed before the change")
            .post("/nl/report");
    assertThat(dutch.asString())
        .contains("<html lang=\"nl\"")
        .contains("typed before the change")
        .contains("Wat gebeurt er?");
  }

  @Test
  void asksWhatHappensUnlessSomethingWasTicked() {
    FormClient form = formUpToWhatHappens("forms", "unsure");
    Response empty = form.next("what", "   ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.asString()).contains("Tell us in a few words what is happening");
    FormClient ticked = formUpToWhatHappens("forms", "labour");
    assertThat(ticked.press("finish", "what", "").statusCode()).isEqualTo(200);
    ticked.next("contact", "unknown");
    assertThat(FormClient.code(ticked.press("send"))).hasSize(20);
  }

  @Test
  void asksHowToReachReporterWhoMayBeContacted() {
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "reach", "contact");
    Response empty = form.next("name", "Sam");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.asString()).contains("Write how we can reach you").contains("value=\"Sam\"");
    assertThat(form.press("send").asString()).doesNotContain("class=\"code\"");
    form.press("back");
    form.next("contact", "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({"self, 8", "neighbour, 9"})
  void tellsHowFarTheVisitorIs(String role, int screens) {
    FormClient form = new FormClient("en");
    assertThat(form.open().asString()).doesNotContain(">1 of ");
    String page = form.next("safety", "no", "role", role).asString();
    for (int screen = 2; screen <= screens; screen++) {
      assertThat(page).contains(">" + screen + " of " + screens + "<");
      page = form.next("municipality", "zilvervoort", "what", "x", "contact", "unknown").asString();
    }
    assertThat(page).contains("Check your answers");
  }

  private static FormClient formUpToWhatHappens(String... fields) {
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next(fields);
    form.next();
    form.next("municipality", "zilvervoort");
    return form;
  }

  private long reports() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from report")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private String contentOfTables() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = connection.createStatement()) {
      for (String table :
          new String[] {"report", "wrapped_key", "receipt", "note", "audit_event"}) {
        try (ResultSet rows =
            statement.executeQuery(
                "select convert_from(convert_to(t::text, 'utf8'), 'utf8') || '|' from "
                    + table
                    + " t")) {
          while (rows.next()) {
            all.append(rows.getString(1));
          }
        }
      }
      try (ResultSet rows = statement.executeQuery("select encode(sealed, 'escape') from report")) {
        while (rows.next()) {
          all.append(rows.getString(1));
        }
      }
    }
    return all.toString();
  }
}
