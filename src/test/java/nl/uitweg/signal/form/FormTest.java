package nl.uitweg.signal.form;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.testsupport.Servers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class FormTest {

  private static final String CANARY = "kanarie-in-de-kolenmijn";

  @Test
  void a_report_is_sent_with_a_code_and_stored_only_sealed() throws SQLException {
    FormClient form = new FormClient("nl");
    form.fillIn("zandvoort", CANARY + " in het huis", "unknown");
    Response sent = form.press("send");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(FormClient.code(sent)).hasSize(20);
    assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
    assertThat(sent.header("Set-Cookie")).isNull();
    assertThat(wholeDatabase()).doesNotContain(CANARY).doesNotContain("Zeestraat");
  }

  @Test
  void nothing_is_stored_before_sending() throws SQLException {
    long before = reports();
    new FormClient("nl").fillIn("zandvoort", "x", "unknown");
    assertThat(reports()).isEqualTo(before);
  }

  @Test
  void sending_twice_gives_the_same_code_and_one_report() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("heemstede", "twice", "unknown");
    String token = form.token();
    long before = reports();
    String first = FormClient.code(form.press("send"));
    form.token(token);
    String second = FormClient.code(form.press("send"));
    assertThat(second).isEqualTo(first).hasSize(20);
    assertThat(reports()).isEqualTo(before + 1);
  }

  @Test
  void what_was_changed_after_sending_and_sent_again_is_not_lost() throws SQLException {
    FormClient form = new FormClient("en");
    form.fillIn("heemstede", "first version", "unknown");
    String token = form.token();
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
  void the_code_shows_the_state_and_never_the_report() {
    FormClient form = new FormClient("en");
    form.fillIn("heemstede", CANARY, "unknown");
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
  void danger_shows_112_first_and_lets_the_visitor_go_on() {
    FormClient form = new FormClient("en");
    form.open();
    Response danger = form.next("safety", "yes");
    assertThat(danger.asString()).contains("tel:112").contains("Call 112 now");
    assertThat(form.next().asString()).contains("Is it about you");
  }

  @Test
  void elsewhere_points_to_others_and_sends_nothing() throws SQLException {
    long before = reports();
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next();
    Response elsewhere = form.next("municipality", "elsewhere");
    assertThat(elsewhere.asString()).contains("tel:08007000").contains("tel:09008844");
    assertThat(form.press("send").asString()).contains("tel:08007000");
    assertThat(reports()).isEqualTo(before);
  }

  @Test
  void what_is_missing_is_said_in_words_and_what_was_typed_stays() {
    FormClient form = new FormClient("en");
    form.open();
    Response empty = form.next();
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.asString())
        .contains("There is a problem")
        .contains("What you fill in stays in this page")
        .doesNotContain("value=\"back\"")
        .contains(
            "<a class=\"utrecht-link\" href=\"#safety-no\">Choose whether someone is in danger now</a>")
        .contains("<title>Error: Report");
    form.next("safety", "no");
    form.next();
    form.next();
    form.next();
    Response where = form.next("place", "Behind the station");
    assertThat(where.statusCode()).isEqualTo(422);
    assertThat(where.asString()).contains("Behind the station");
  }

  @Test
  void back_keeps_what_was_typed_and_change_returns_to_the_check() {
    FormClient form = new FormClient("en");
    Response check = form.fillIn("zandvoort", "first words", "unknown");
    assertThat(check.asString()).contains("first words").contains("Check your answers");
    form.press("change:what");
    assertThat(form.next("what", "other words").asString())
        .contains("Check your answers")
        .contains("other words");
    form.press("back");
    assertThat(form.next("contact", "unknown").asString()).contains("other words");
  }

  @Test
  void changing_language_half_way_loses_nothing() {
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next();
    form.next("municipality", "zandvoort");
    Response dutch =
        given()
            .formParam("state", form.token())
            .formParam("go", "stay")
            .formParam("what", "typed before the change")
            .post("/nl/report");
    assertThat(dutch.asString())
        .contains("<html lang=\"nl\"")
        .contains("typed before the change")
        .contains("Wat gebeurt er?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emoji 👩‍👧 and ئەمە",
        "right to left \u202eevil\u202c mark",
        "<script>alert(1)</script> & \"quotes\"",
        "{not:a:template} {#if x}",
        "line\r\nline\u0000 zero \u0007bell",
        "\ufffd broken"
      })
  void any_words_arrive_as_typed_and_never_as_markup(String words) {
    FormClient form = new FormClient("en");
    Response check = form.fillIn("zandvoort", words, "unknown");
    assertThat(check.statusCode()).isEqualTo(200);
    assertThat(check.asString()).doesNotContain("<script>").doesNotContain("\u0000");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
  }

  @Test
  void too_much_text_is_given_back_to_be_shortened() {
    FormClient form = new FormClient("en");
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next();
    form.next("municipality", "zandvoort");
    String long_ = "woord ".repeat(17_000);
    Response response = form.next("what", long_);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.asString())
        .contains("at most 10,000 characters")
        .contains(long_.strip())
        .doesNotContain("Internal");
    assertThat(form.next("what", "short").statusCode()).isEqualTo(200);
  }

  @Test
  void an_enormous_body_gets_a_page() {
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("what=" + "a".repeat(3_000_000))
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.asString()).contains("<html lang=\"en\"").contains("too much text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "forged", "AAAA", "%00", "ٱ", "../../etc/passwd"})
  void a_forged_form_starts_again_and_gives_the_words_back(String token) {
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParam("state", token)
            .formParam("go", "send")
            .formParam("what", "my words")
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString())
        .contains("my words")
        .contains("/en/report")
        .contains("Nothing was sent");
  }

  @Test
  void a_step_out_of_order_is_just_another_screen() {
    FormClient form = new FormClient("en");
    form.open();
    assertThat(form.press("send").statusCode()).isEqualTo(422);
    assertThat(form.press("change:check").statusCode()).isEqualTo(422);
    assertThat(form.press("nonsense").statusCode()).isEqualTo(422);
  }

  @Test
  void sending_without_the_compulsory_answers_leads_to_the_missing_one() {
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "x", "unknown");
    form.press("change:what");
    Response empty = form.next("what", "   ");
    assertThat(empty.statusCode()).isEqualTo(422);
    form.press("back", "what", "");
    assertThat(form.token()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain"})
  void a_body_of_another_kind_gets_a_page(String type) {
    Response response =
        given()
            .config(
                RestAssured.config()
                    .encoderConfig(
                        encoderConfig()
                            .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
            .contentType(type)
            .body("{}")
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.asString()).contains("<html lang=\"en\"");
  }

  @Test
  void bytes_that_are_no_utf8_do_no_harm() {
    FormClient form = new FormClient("en");
    form.open();
    Response response =
        given()
            .contentType("application/x-www-form-urlencoded")
            .body("state=" + form.token() + "&go=next&safety=no&x=%ff%fe%c3")
            .post("/en/report");
    assertThat(response.statusCode()).isEqualTo(200);
  }

  private long reports() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().owner(), "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from signal")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private String wholeDatabase() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().owner(), "");
        Statement statement = connection.createStatement()) {
      for (String table :
          new String[] {"signal", "wrapped_key", "receipt", "note", "audit_event"}) {
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
      try (ResultSet rows = statement.executeQuery("select encode(sealed, 'escape') from signal")) {
        while (rows.next()) {
          all.append(rows.getString(1));
        }
      }
    }
    return all.toString();
  }
}
