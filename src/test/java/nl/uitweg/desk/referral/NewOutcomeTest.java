package nl.uitweg.desk.referral;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.Inbox;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/**
 * An outcome that the receiver wrote is announced to the municipality until it opens the report.
 */
@ServerTest
class NewOutcomeTest {

  private static final String MARK = "Nieuwe uitkomst";
  private static final String BAND = "<p class=\"band\">" + MARK;
  private static final String VIEW = "/backoffice?view=outcome";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @Test
  void marksReportUntilOfficerOpensIt() {
    String text = "An outcome will arrive here";
    String report = ReferralForms.sendReport(base(), text, "unknown");
    ReferralForms.refer(base(), report, "care", "what", "Shelter is needed");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient care = new DeskClient(base(), "care")) {
      String received =
          ReferralForms.first(care.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      care.post(received, received + "/notes", "kind", "receipt", "text", "");
      assertThat(desk.get(VIEW).text()).as("a receipt is no outcome").doesNotContain(report);

      care.post(received, received + "/notes", "kind", "outcome", "text", "A place was found");
      care.post(received, received + "/notes", "kind", "outcome", "text", "She moved in");
      assertThat(desk.get(VIEW).text()).contains(report);
      Page inbox = desk.context().newPage();
      assertThat(Inbox.row(inbox, base(), text)).containsText(MARK);

      assertThat(desk.get(report).text()).contains(BAND).contains("She moved in");
      assertThat(desk.get(report).text()).doesNotContain(BAND).contains("She moved in");
      assertThat(desk.get(VIEW).text()).doesNotContain(report);
      assertThat(Inbox.row(inbox, base(), text)).not().containsText(MARK);
    }
  }

  @Test
  void showsNoMarkForOutcomeThatTheOfficerWrote() {
    String report = ReferralForms.sendReport(base(), "The police telephoned", "unknown");
    String own = ReferralForms.refer(base(), report, "police", "what", "The police telephoned");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      desk.post(own, own + "/notes", "kind", "outcome", "text", "They will look into it");
      assertThat(desk.get(VIEW).text()).doesNotContain(report);
    }
  }

  @Test
  void receiverAddsButNeitherReadsNorDeletes() throws SQLException {
    String report = ReferralForms.sendReport(base(), "Rows of an outcome", "unknown");
    ReferralForms.refer(base(), report, "municipality-ankerdaal", "what", "Rows of an outcome");
    try (DeskClient ankerdaal = new DeskClient(base(), "ankerdaal")) {
      String received =
          ReferralForms.first(
              ankerdaal.get("/backoffice/referrals").text(), "/backoffice/referrals/");
      ankerdaal.post(received, received + "/notes", "kind", "outcome", "text", "We will help");
      assertThat(ankerdaal.get(VIEW).text()).doesNotContain(report);
    }
    assertThat(rows("zilvervoort")).isPositive();
    assertThat(rows("ankerdaal")).isZero();
    assertThat(rows("lindestede")).isZero();
    String id = SuperuserDatabase.values("select referral_id::text from new_outcome").get(0);
    assertThatThrownBy(
            () ->
                as(
                    "lindestede",
                    "insert into new_outcome select '"
                        + id
                        + "'::uuid, '"
                        + report.substring(report.lastIndexOf('/') + 1)
                        + "'::uuid"))
        .hasMessageContaining("row-level security");
  }

  private static int rows(String municipality) throws SQLException {
    try (Connection connection = connection(municipality);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from new_outcome")) {
      count.next();
      return count.getInt(1);
    }
  }

  private static void as(String municipality, String sql) throws SQLException {
    try (Connection connection = connection(municipality);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connection(String municipality) throws SQLException {
    Connection connection =
        DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_backoffice", "");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select set_config('portal.municipalities', '" + municipality + "', false)");
    }
    return connection;
  }
}
