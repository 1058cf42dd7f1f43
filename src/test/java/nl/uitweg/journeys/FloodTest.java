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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Browser;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.MailServer;
import nl.uitweg.testsupport.PageReader;
import nl.uitweg.testsupport.ProcessTestEvents;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A flood of fake reports, with the limits of a production installation, while people send reports;
 * afterwards an officer clears the fakes. The load is bounded and stays on this machine.
 */
@Tag("process")
@ExtendWith(ProcessTestEvents.class)
class FloodTest {

  /** Number of fake reports; {@code bin/test -Dflood=1000} for a full flood. */
  private static final int FAKE_REPORTS = Integer.getInteger("flood", 60);

  private static final int PERSON_COUNT = 20;
  private static final Duration MINIMUM_READING_TIME = Duration.ofSeconds(11);
  private static final Executor ONE_SECOND_LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  @TempDir static Path folder;

  private final ExecutorService threads = Executors.newFixedThreadPool(PERSON_COUNT + 1);
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
      for (int i = 0; i < 4; i++) {
        Browser.press(page.locator("button[value=next]:not(.default-button)"));
      }
      page.locator("#municipality-heemstede").check();
      Browser.press(page.locator("button[value=next]:not(.default-button)"));
      page.locator("#what").fill("in haast");
      Browser.press(page.locator("button[value=finish]"));
      Browser.press(page.locator("button[value=next]:not(.default-button)"));
      page.locator("[name=website]")
          .evaluate("honeypot => honeypot.value = 'filled in by a machine'");
      page.locator("button[value=send]").click();
      page.locator("#wait").waitFor();
      assertThat(page.locator("main")).containsText("Laat deze pagina open");
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
    List<Person> people =
        IntStream.range(0, PERSON_COUNT).mapToObj(i -> new Person(i, site.port())).toList();
    people.forEach(Person::open);
    long opened = System.nanoTime();
    String preparedToken = preparedToken();
    CompletableFuture<Long> flood =
        CompletableFuture.supplyAsync(
            () -> {
              List<CompletableFuture<Boolean>> fakes =
                  IntStream.range(0, FAKE_REPORTS)
                      .mapToObj(i -> sendFake(preparedToken, i))
                      .toList();
              return fakes.stream().filter(CompletableFuture::join).count();
            },
            threads);
    TestTimeout.await()
        .until(() -> flood.isDone() || metric("uitweg_reports_waiting") > PERSON_COUNT);
    assertThat(flood).as("the flood is still going on").isNotDone();
    TestTimeout.await("people take time to read")
        .until(() -> System.nanoTime() - opened > MINIMUM_READING_TIME.toNanos());
    List<CompletableFuture<String>> codes =
        people.stream()
            .map(person -> CompletableFuture.supplyAsync(person::report, threads))
            .toList();
    assertThat(codes.stream().map(CompletableFuture::join)).allMatch(code -> code.length() == 20);
    assertThat(flood.join()).as("every fake is stored after retries").isEqualTo(FAKE_REPORTS);
    assertThat(metrics())
        .contains("reason=\"address\"", "reason=\"honeypot\"")
        .doesNotContain("127.0.");
    awaitIndexingAndMail();
    clearFakes(people);
  }

  /**
   * Waits for the background jobs. No officer has opened the inbox yet, so only the jobs can have
   * indexed the reports.
   */
  private static void awaitIndexingAndMail() {
    TestTimeout.await("the job indexes every report").until(() -> reportsToIndex() == 0);
    TestTimeout.await("the officer gets mail")
        .until(() -> MailServer.messagesTo("zandvoort@example.test").findAny().isPresent());
    assertThat(MailServer.messagesTo("zandvoort@example.test").count())
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

  private void clearFakes(List<Person> people) {
    try (BrowserContext officer = Browser.officer(site, "zandvoort", 1280, true)) {
      Page page = officer.newPage();
      long start = System.nanoTime();
      page.navigate(site.url() + "/backoffice/lookalikes");
      assertThat(page.locator("main"))
          .containsText("Er zijn " + dutchNumber(FAKE_REPORTS) + " meldingen");
      button(page, "Zet weg als spam").click();
      Locator status = page.getByRole(AriaRole.STATUS);
      assertThat(status).containsText(dutchNumber(FAKE_REPORTS) + " meldingen zijn weggezet");
      Duration clearing = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("Clearing " + FAKE_REPORTS + " fakes took " + clearing.toMillis() + " ms");
      page.navigate(site.url() + "/backoffice");
      String inbox = PageReader.text(page.locator("main"));
      for (Person person : people) {
        assertThat(inbox).contains(person.description());
      }
    }
  }

  private static String dutchNumber(int number) {
    return NumberFormat.getIntegerInstance(Locale.forLanguageTag("nl")).format(number);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** A person who fills in the form slowly, from a separate source address. */
  private static final class Person {
    private final FormClient form;
    private final String description;

    Person(int number, int port) {
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
      form.next();
      form.next("municipality", "zandvoort");
      assertThat(form.press("finish", "what", description).statusCode()).isEqualTo(200);
      form.next("contact", "unknown");
      // a busy site answers "not sent, try again"
      return TestTimeout.await("the report arrives")
          .until(() -> FormClient.code(form.press("send")), code -> !code.isEmpty());
    }
  }

  /** Token of a form filled in up to "what happens?", which the attacker reuses. */
  private static String preparedToken() {
    FormClient form = new FormClient("nl", "127.0.0.1", site.port());
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next();
    form.next("municipality", "zandvoort");
    return form.token();
  }

  private CompletableFuture<Boolean> sendFake(String preparedToken, int number) {
    String description = "Buy cheap watches today at shop number " + number + ", best price";
    return post(preparedToken, "finish", "&what=" + urlEncoded(description))
        .thenCompose(page -> post(FormClient.tokenIn(page), "next", "&contact=unknown"))
        .thenCompose(page -> post(FormClient.tokenIn(page), "send", "&website=shop"))
        .thenApply(page -> page.contains("class=\"code\""));
  }

  /** Posts the form, and retries every second while the site answers 503. */
  private CompletableFuture<String> post(String token, String button, String fields) {
    return http.sendAsync(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + "/nl/report"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(TestTimeout.LIMIT)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "state=" + urlEncoded(token) + "&go=" + button + fields))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            response ->
                response.statusCode() == 503
                    ? CompletableFuture.supplyAsync(() -> "", ONE_SECOND_LATER)
                        .thenCompose(ignored -> post(token, button, fields))
                    : CompletableFuture.completedFuture(response.body()));
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

  private static String urlEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
