package nl.uitweg.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.MailServer;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reporters send reports during a flood of fake ones, with the limits of a production installation;
 * afterwards an officer marks the fakes as spam. The load is bounded and stays on this machine.
 */
@ProcessTest
class FloodTest {

  /** Number of fake reports; {@code bin/test -Dflood=500} for the most that one page clears. */
  private static final int FAKE_REPORTS = Integer.getInteger("flood", 60);

  private static final int REPORTER_COUNT = 20;
  private static final Duration MINIMUM_READING_TIME = Duration.ofSeconds(11);

  @TempDir static Path folder;

  private final ExecutorService threads = Executors.newFixedThreadPool(REPORTER_COUNT + 1);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static Installation site;

  @BeforeAll
  static void start() throws IOException {
    site = Installation.start(folder);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void showsCodeAfterDelayAndLeavesNoTextInHistory(boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(360, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(site.url() + "/nl/report");
      page.locator("#safety-no").check();
      for (int i = 0; i < 3; i++) {
        Browser.press(page.locator("button[value=next]:not(.default-button)"));
      }
      page.locator("#municipality-lindestede").check();
      Browser.press(page.locator("button[value=next]:not(.default-button)"));
      page.locator("#what").fill("in haast");
      Browser.press(page.locator("button[value=finish]"));
      Browser.press(page.locator("button[value=next]:not(.default-button)"));
      page.locator("[name=website]")
          .evaluate("honeypot => honeypot.value = 'filled in by a machine'");
      page.locator("button[value=send]").click();
      page.locator("#wait").waitFor();
      assertThat(page.locator("#wait")).hasText("Je melding wordt verstuurd");
      assertThat(page.title()).as("nothing is received yet").startsWith("Versturen");
      page.locator(".code").waitFor();
      assertThat(page.locator("#wait")).isHidden();
      assertThat(PageReader.text(page.locator(".code"))).matches("\\s*(\\d{4}\\s+){5}");
      if (!javaScript) {
        assertThatThrownBy(page::goBack).hasMessageContaining("ERR_CACHE_MISS");
        assertThat(page.locator("body")).not().containsText("in haast");
      }
    }
  }

  @Test
  void storesReportsDuringFloodAndClearsFakes() {
    List<Reporter> reporters =
        IntStream.range(0, REPORTER_COUNT).mapToObj(i -> new Reporter(i, site.port())).toList();
    reporters.forEach(Reporter::open);
    long opened = System.nanoTime();
    FakeReports fakeReports = FakeReports.prepare(site.port());
    CompletableFuture<Long> flood =
        CompletableFuture.supplyAsync(
            () -> {
              List<CompletableFuture<Boolean>> fakes =
                  IntStream.range(0, FAKE_REPORTS).mapToObj(fakeReports::send).toList();
              return fakes.stream().filter(CompletableFuture::join).count();
            },
            threads);
    TestTimeout.await()
        .until(() -> flood.isDone() || metric("uitweg_reports_waiting") > REPORTER_COUNT);
    assertThat(flood).as("the flood is still going on").isNotDone();
    TestTimeout.await("reporters take time to read")
        .until(() -> System.nanoTime() - opened > MINIMUM_READING_TIME.toNanos());
    List<CompletableFuture<String>> codes =
        reporters.stream()
            .map(reporter -> CompletableFuture.supplyAsync(reporter::report, threads))
            .toList();
    assertThat(codes.stream().map(CompletableFuture::join)).allMatch(code -> code.length() == 20);
    assertThat(flood.join()).as("every fake is stored after retries").isEqualTo(FAKE_REPORTS);
    assertThat(metrics())
        .contains("reason=\"address\"", "reason=\"honeypot\"")
        .doesNotContain("127.0.");
    awaitIndexingAndMail();
    clearFakes(reporters);
  }

  /**
   * Waits for the background jobs. No officer has opened the inbox yet, so only the jobs can have
   * indexed the reports.
   */
  private static void awaitIndexingAndMail() {
    TestTimeout.await("the job indexes every report").until(() -> reportsToIndex() == 0);
    TestTimeout.await("the officer gets mail")
        .until(() -> MailServer.messagesTo("zilvervoort@example.test").findAny().isPresent());
    assertThat(MailServer.messagesTo("zilvervoort@example.test").count())
        .as("far fewer mails than reports")
        .isLessThan(FAKE_REPORTS / 2);
  }

  private static long reportsToIndex() throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(site.jdbcUrl(), site.databaseSuperuser(), "");
        Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from report_to_index")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void clearFakes(List<Reporter> reporters) {
    try (BrowserContext officer = Browser.officer(site, "zilvervoort", 1280, true)) {
      Page page = officer.newPage();
      long start = System.nanoTime();
      page.navigate(site.url() + "/backoffice/lookalikes");
      assertThat(page.locator("main"))
          .containsText("Er zijn " + dutchNumber(FAKE_REPORTS) + " meldingen");
      button(page, "Markeer " + FAKE_REPORTS + " meldingen als nep").click();
      Locator status = page.getByRole(AriaRole.STATUS);
      assertThat(status)
          .containsText(dutchNumber(FAKE_REPORTS) + " meldingen zijn gemarkeerd als nep");
      Duration clearing = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("Clearing " + FAKE_REPORTS + " fakes took " + clearing.toMillis() + " ms");
      page.navigate(site.url() + "/backoffice");
      String inbox = PageReader.text(page.locator("main"));
      for (Reporter reporter : reporters) {
        assertThat(inbox).contains(reporter.description());
      }
    }
  }

  private static String dutchNumber(int number) {
    return NumberFormat.getIntegerInstance(Locale.forLanguageTag("nl")).format(number);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** A reporter who fills in the form slowly, from an address of their own. */
  private static final class Reporter {
    private final FormClient form;
    private final String description;

    Reporter(int number, int port) {
      this.form = new FormClient("nl", "127.0.1." + (number + 1), port);
      this.description = "Buur " + number + ": ’s nachts “tien” mensen – نوم – 人 – й?";
    }

    String description() {
      return description;
    }

    void open() {
      form.open();
    }

    String report() {
      form.next("safety", "no");
      form.next();
      form.next();
      form.next("municipality", "zilvervoort");
      assertThat(form.press("finish", "what", description).statusCode()).isEqualTo(200);
      form.next("contact", "unknown");
      // a busy site answers "not sent, try again"
      return TestTimeout.await("the report arrives")
          .until(() -> FormClient.code(form.press("send")), code -> !code.isEmpty());
    }
  }

  private double metric(String name) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private String metrics() {
    try {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + "/q/metrics"))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
