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
 * A flood of fakes with the limits of a real installation, while people report; and the officer who
 * clears it up. Bounded, and on this machine only.
 */
@Tag("process")
@ExtendWith(ProcessTestEvents.class)
class FloodTest {

  /** In the full flood a thousand: {@code bin/test -Dflood=1000}. */
  private static final int FAKES = Integer.getInteger("flood", 60);

  private static final int PEOPLE = 20;
  private static final Duration READING = Duration.ofSeconds(11);
  private static final Executor MOMENT = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  @TempDir static Path folder;

  private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + 1);
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
  void who_has_to_wait_keeps_the_words_safe_in_the_page(boolean javaScript) {
    try (BrowserContext visitor = Browser.visitor(360, javaScript, "nl-NL")) {
      Page page = visitor.newPage();
      page.navigate(site.url() + "/nl/report");
      page.locator("#safety-no").check();
      for (int i = 0; i < 4; i++) {
        Browser.press(page.locator("button[value=next]:not(.default)"));
      }
      page.locator("#municipality-heemstede").check();
      Browser.press(page.locator("button[value=next]:not(.default)"));
      page.locator("#what").fill("in haast");
      Browser.press(page.locator("button[value=finish]"));
      Browser.press(page.locator("button[value=next]:not(.default)"));
      page.locator("[name=website]").evaluate("trap => trap.value = 'filled in by a machine'");
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
  void people_arrive_during_a_flood_and_an_officer_clears_the_fakes_in_a_minute() {
    List<Person> people =
        IntStream.range(0, PEOPLE).mapToObj(i -> new Person(i, site.port())).toList();
    people.forEach(Person::open);
    long opened = System.nanoTime();
    String prepared = prepared();
    CompletableFuture<Long> flood =
        CompletableFuture.supplyAsync(
            () -> {
              List<CompletableFuture<Boolean>> fakes =
                  IntStream.range(0, FAKES).mapToObj(i -> fake(prepared, i)).toList();
              return fakes.stream().filter(CompletableFuture::join).count();
            },
            threads);
    TestTimeout.await().until(() -> flood.isDone() || metric("uitweg_gate_waiting") > PEOPLE);
    assertThat(flood).as("still going on").isNotDone();
    TestTimeout.await("people read before they answer")
        .until(() -> System.nanoTime() - opened > READING.toNanos());
    List<CompletableFuture<String>> codes =
        people.stream()
            .map(person -> CompletableFuture.supplyAsync(person::report, threads))
            .toList();
    assertThat(codes.stream().map(CompletableFuture::join)).allMatch(code -> code.length() == 20);
    assertThat(flood.join()).as("who presses again is sent, even a machine").isEqualTo(FAKES);
    assertThat(metrics()).contains("why=\"address\"", "why=\"trap\"").doesNotContain("127.0.");
    theDeskKnowsByItself();
    clear(people);
  }

  /** Nobody has opened the inbox yet. */
  private static void theDeskKnowsByItself() {
    TestTimeout.await("every report is indexed by the job").until(() -> toIndex() == 0);
    TestTimeout.await("the officer has mail")
        .until(() -> MailServer.messagesTo("zandvoort@example.test").findAny().isPresent());
    assertThat(MailServer.messagesTo("zandvoort@example.test").count())
        .as("a flood of reports is no flood of mail")
        .isLessThan(FAKES / 2);
  }

  private static long toIndex() throws SQLException {
    try (Connection owner =
            DriverManager.getConnection(site.jdbcUrl(), site.databaseSuperuser(), "");
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from report_to_index")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void clear(List<Person> people) {
    try (BrowserContext officer = Browser.officer(site, "zandvoort", 1280, true)) {
      Page page = officer.newPage();
      long start = System.nanoTime();
      page.navigate(site.url() + "/backoffice/lookalikes");
      assertThat(page.locator("main")).containsText("Er zijn " + dutch(FAKES) + " meldingen");
      button(page, "Zet weg als spam").click();
      Locator said = page.getByRole(AriaRole.STATUS);
      assertThat(said).containsText(dutch(FAKES) + " meldingen zijn weggezet");
      Duration clearing = Duration.ofNanos(System.nanoTime() - start);
      System.out.println("Clearing " + FAKES + " fakes took " + clearing.toMillis() + " ms");
      page.navigate(site.url() + "/backoffice");
      String inbox = PageReader.text(page.locator("main"));
      for (Person person : people) {
        assertThat(inbox).contains(person.words());
      }
    }
  }

  private static String dutch(int number) {
    return NumberFormat.getIntegerInstance(Locale.forLanguageTag("nl")).format(number);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** Somebody who fills in the form at leisure, from an address of their own. */
  private static final class Person {
    private final FormClient form;
    private final String words;

    Person(int number, int port) {
      this.form = new FormClient("nl", "127.0.1." + (number + 1), port);
      this.words = "Buur " + number + ": ’s nachts “tien” mensen – نوم – 人 – й?";
    }

    String words() {
      return words;
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
      assertThat(form.press("finish", "what", words).statusCode()).isEqualTo(200);
      form.next("contact", "unknown");
      // a busy site says "not sent, try again", and then one does
      return TestTimeout.await("the report arrives")
          .until(() -> FormClient.code(form.press("send")), code -> !code.isEmpty());
    }
  }

  /** A form up to "what happens?", which a machine uses again and again. */
  private static String prepared() {
    FormClient form = new FormClient("nl", "127.0.0.1", site.port());
    form.open();
    form.next("safety", "no");
    form.next();
    form.next();
    form.next();
    form.next("municipality", "zandvoort");
    return form.token();
  }

  private CompletableFuture<Boolean> fake(String prepared, int number) {
    String words = "Buy cheap watches today at shop number " + number + ", best price";
    return post(prepared, "finish", "&what=" + encoded(words))
        .thenCompose(page -> post(FormClient.tokenIn(page), "next", "&contact=unknown"))
        .thenCompose(page -> post(FormClient.tokenIn(page), "send", "&website=shop"))
        .thenApply(page -> page.contains("class=\"code\""));
  }

  /** Posts, and again a moment later as long as there is no place for it. */
  private CompletableFuture<String> post(String token, String go, String answers) {
    return http.sendAsync(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + "/nl/report"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(TestTimeout.LIMIT)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "state=" + encoded(token) + "&go=" + go + answers))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            answer ->
                answer.statusCode() == 503
                    ? CompletableFuture.supplyAsync(() -> "", MOMENT)
                        .thenCompose(nothing -> post(token, go, answers))
                    : CompletableFuture.completedFuture(answer.body()));
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
