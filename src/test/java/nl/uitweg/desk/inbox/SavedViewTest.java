package nl.uitweg.desk.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.Axe;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of the inbox that an officer saved under a name from a list. */
@ServerTest
class SavedViewTest {

  private static final String LIST =
      "/backoffice?view=all&urgency=urgent&consent=unknown&sort=oldest";

  @TestHTTPResource("/")
  String root;

  private String base() {
    return root.substring(0, root.length() - 1);
  }

  @AfterEach
  void deleteAll() {
    SuperuserDatabase.change("delete from saved_view");
  }

  @Test
  void savesTheListUnderANameAndUsesItAgain() {
    try (BrowserContext desk = Browser.officer(base(), "zilvervoort", 1280, true)) {
      Page page = desk.newPage();
      page.navigate(base() + LIST);
      page.getByText("Bewaar deze lijst als eigen overzicht").click();
      page.getByLabel("Naam", new Page.GetByLabelOptions().setExact(true)).selectOption("morning");
      assertThat(Axe.violations(page)).isEmpty();
      button(page, "Bewaar deze lijst");
      assertThat(page.locator(".views [aria-current=page]")).containsText("Mijn ochtend");
      page.navigate(base() + "/backoffice");
      assertThat(page.locator(".views [aria-current=page]")).containsText("Alles wat open is");
      Locator mine = page.locator(".views a", new Page.LocatorOptions().setHasText("Mijn ochtend"));
      Browser.press(mine);
      assertThat(page).hasURL(base() + LIST);
      assertThat(page.locator("#f-urgency")).hasValue("urgent");
      page.getByText("Bewaar deze lijst als eigen overzicht").click();
      assertThat(page.locator("#v-saved")).hasValue("morning");
      button(page, "Verwijder dit overzicht");
      assertThat(mine).hasCount(0);
    }
    assertThat(AuditRows.about("desk"))
        .contains("zilvervoort view-save done morning", "zilvervoort view-delete done morning");
  }

  @Test
  void formFitsPhoneAndPassesAxe() {
    try (BrowserContext phone = Browser.officer(base(), "zilvervoort", 360, true);
        DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      save(desk, "weekly", "view", "mine");
      Page page = phone.newPage();
      page.navigate(base() + "/backoffice");
      page.getByText("Bewaar deze lijst als eigen overzicht").click();
      assertThat(Axe.violations(page)).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
    }
  }

  @Test
  void replacesAndRenames() {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      save(desk, "youth", "view", "all", "label", "minors");
      save(desk, "youth", "view", "mine", "label", "minors");
      save(desk, "labour", "view", "open", "form", "labour", "assigned", "zilvervoort");
      assertThat(stored())
          .containsExactly(
              "zilvervoort labour view=open&form=labour&assigned=zilvervoort",
              "zilvervoort youth view=mine&label=minors");
      desk.post(
          "/backoffice", "/backoffice/views", "act", "rename", "saved", "youth", "name", "labour");
      assertThat(stored()).containsExactly("zilvervoort labour view=mine&label=minors");
      APIResponse gone =
          desk.post("/backoffice", "/backoffice/views", "act", "delete", "saved", "youth");
      assertThat(gone.status()).isEqualTo(422);
      assertThat(gone.text()).contains("bestaat niet meer");
    }
  }

  @Test
  void officerSeesOwnViewsOnly() throws SQLException {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort");
        DeskClient colleague = new DeskClient(base(), "officer")) {
      save(desk, "first", "view", "urgent");
      assertThat(desk.get("/backoffice").text()).contains("<span>Eerst doen</span>");
      assertThat(colleague.get("/backoffice").text()).doesNotContain("<span>Eerst doen</span>");
      assertThat(
              colleague
                  .post("/backoffice", "/backoffice/views", "act", "delete", "saved", "first")
                  .status())
          .isEqualTo(422);
    }
    String municipality = "select set_config('portal.municipalities', 'zilvervoort', false)";
    assertThat(visible(municipality)).isZero();
    assertThat(visible(municipality + ", set_config('portal.officer', 'officer', false)")).isZero();
    assertThat(visible(municipality + ", set_config('portal.officer', 'zilvervoort', false)"))
        .isEqualTo(1);
  }

  /** A name or a value that is free text could be an address or the name of a person. */
  @ParameterizedTest
  @CsvSource({
    "Hogeweg 12,label,minors",
    "morning,label,Hogeweg",
    "morning,assigned,Hogeweg12",
    "morning,assigned,lindestede",
    "morning,state,Jan",
    "morning,from,Hogeweg",
    "morning,municipality,lindestede"
  })
  void refusesWhatIsNotFromAList(String name, String field, String value) {
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      APIResponse refused =
          desk.post(
              "/backoffice",
              "/backoffice/views",
              "act",
              "save",
              "name",
              name,
              "view",
              "all",
              field,
              value);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("name=\"" + field + "\" value=\"" + value + "\"");
    }
    assertThat(stored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view=all&assigned=Hogeweg 12",
        "view=all&q=Hogeweg",
        "view=all&label=<b>",
        "Hogeweg",
        "view=all&assigned=x\nHogeweg 12"
      })
  void databaseRefusesTextInTheFilter(String filter) {
    assertThatThrownBy(() -> insert(filter)).hasMessageContaining("saved_view_filter_check");
  }

  @Test
  void viewThatNamesWhatIsNoLongerOfferedIsNoLink() {
    insert("view=all&label=abolished");
    try (DeskClient desk = new DeskClient(base(), "zilvervoort")) {
      assertThat(desk.get("/backoffice").text())
          .contains("Eerst doen (klopt niet meer)")
          .doesNotContain("abolished");
    }
  }

  private void save(DeskClient desk, String name, String... filter) {
    List<String> fields = new java.util.ArrayList<>(List.of("act", "save", "name", name));
    fields.addAll(List.of(filter));
    APIResponse saved =
        desk.post("/backoffice", "/backoffice/views", fields.toArray(String[]::new));
    assertThat(saved.status()).isEqualTo(200);
  }

  private static void insert(String filter) {
    SuperuserDatabase.change(
        "insert into saved_view (officer, name, filter) values ('zilvervoort', 'first', ?)",
        filter);
  }

  private static List<String> stored() {
    return SuperuserDatabase.values(
        "select officer || ' ' || name || ' ' || filter from saved_view order by officer, name");
  }

  private static long visible(String settings) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(Servers.database().jdbcUrl(), "portal_backoffice", "");
        Statement statement = connection.createStatement()) {
      statement.execute(settings);
      try (ResultSet rows = statement.executeQuery("select count(*) from saved_view")) {
        assertThat(rows.next()).isTrue();
        return rows.getLong(1);
      }
    }
  }

  private static void button(Page page, String name) {
    Browser.press(
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
  }
}
