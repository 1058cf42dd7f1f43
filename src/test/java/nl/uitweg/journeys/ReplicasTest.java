package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.KillableDatabase;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.Replica;
import nl.uitweg.testsupport.ReplicatedSite;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of the public tier in separate processes share one database. Whether a connection
 * breaks or a replica or the database is killed, every acknowledged report is stored exactly once.
 */
@ProcessTest
class ReplicasTest {

  private static final Pattern CODE = Pattern.compile("<p class=\"code\"[^>]*>(.*?)</p>");

  @TempDir static Path folder;
  private static ReplicatedSite site;
  private static KillableDatabase database;

  /** Tokens of the forms whose sending was not acknowledged. */
  private final List<String> unacknowledged = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, SQLException {
    site = ReplicatedSite.start(folder, Map.of());
    database = site.database();
  }

  @AfterAll
  static void stop() throws IOException {
    site.close();
  }

  @Test
  void storesConcurrentSubmissionsOnTwoReplicasOnce() throws SQLException {
    String formToken = filledInFormToken(site.first(), "sent at the same time");
    long before = countReports();
    List<CompletableFuture<Optional<String>>> submissions =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> send(i % 2 == 0 ? site.first() : site.second(), formToken)))
            .toList();
    Set<String> codes = new HashSet<>();
    submissions.forEach(submission -> codes.add(submission.join().orElseThrow()));
    assertThat(codes).hasSize(1);
    assertThat(countReports()).isEqualTo(before + 1);
  }

  @Test
  void storesReportOnceWhenConnectionBreaks() throws Exception {
    String formToken = filledInFormToken(site.first(), "the train went into a tunnel");
    long before = countReports();
    byte[] body = body(formToken);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.first().port())) {
      OutputStream request = socket.getOutputStream();
      request.write(
          ("POST /en/report HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                  + " application/x-www-form-urlencoded\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      request.write(body);
      request.flush();
    } // closed before the response
    assertThat(send(site.second(), formToken)).isPresent();
    assertThat(send(site.first(), formToken)).isEqualTo(send(site.second(), formToken));
    assertThat(countReports()).isEqualTo(before + 1);
  }

  @Test
  void keepsAcknowledgedReportsWhenReplicaIsKilled() throws SQLException, IOException {
    long before = countReports();
    Map<String, String> acknowledged =
        sendDuring(
            () -> {
              site.second().kill();
              return null;
            });
    site.restartSecond();
    assertEachStoredOnce(acknowledged, before);
  }

  @Test
  void finishesWaitingReportsBeforeItStops() throws SQLException, IOException {
    Replica slow = site.startReplica(Map.of("PORTAL_ABUSE_MINIMUM_FORM_AGE", "1H"));
    slow.await();
    String formToken = filledInFormToken(slow, "waits while the replica stops");
    long before = countReports();
    CompletableFuture<Optional<String>> sending =
        CompletableFuture.supplyAsync(() -> send(slow, formToken));
    TestTimeout.await()
        .until(() -> slow.get("/q/metrics").body().contains("uitweg_reports_waiting 1.0"));
    slow.process().destroy();
    assertThat(sending.join()).isPresent();
    slow.process().onExit().join();
    assertThat(countReports()).isEqualTo(before + 1);
  }

  @Test
  void keepsAcknowledgedReportsWhenDatabaseIsKilled() throws SQLException, IOException {
    long before = countReports();
    Map<String, String> acknowledged =
        sendDuring(
            () -> {
              database.kill();
              database.restart();
              return null;
            });
    assertEachStoredOnce(acknowledged, before);
  }

  @Test
  void keepsFormWhenDatabaseIsUnavailable() throws Exception {
    String formToken = filledInFormToken(site.first(), "kept while it is down");
    database.kill();
    HttpResponse<String> response = post(site.first(), formToken);
    database.restart();
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body())
        .contains("Not sent yet")
        .contains("kept while it is down")
        .contains("name=\"state\"");
    String returnedToken = FormClient.tokenIn(response.body());
    TestTimeout.await().until(() -> send(site.first(), returnedToken).isPresent());
  }

  @Test
  void answersWhenDatabaseDoesNotAnswer() throws IOException {
    String formToken = filledInFormToken(site.first(), "kept while it is frozen");
    String code = send(site.first(), formToken).orElseThrow();
    String otherToken = filledInFormToken(site.first(), "typed while it is frozen");
    String conversationToken =
        conversationToken(site.first().post("/en/code", "code=" + code).body());
    database.freeze();
    try {
      TestTimeout.await().until(() -> !site.first().isReady());
      assertThat(site.first().status("/q/health/live")).isEqualTo(200);
      assertThat(site.first().status("/q/health/started")).isEqualTo(200);
      assertThat(site.first().status("/en/help")).isEqualTo(200);
      assertThat(site.first().status("/en/figures")).as("figures from memory").isEqualTo(200);
      assertThat(site.first().post("/pl/code", "code=" + code))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(HttpResponse::body, STRING)
          .contains("lang=\"pl\"", "tel:112", code);
      assertThat(post(site.first(), otherToken))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(HttpResponse::body, STRING)
          .contains("Not sent yet", "typed while it is frozen");
      assertThat(sendMessageWithPhoto(conversationToken, "written while it is frozen"))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(Response::asString, STRING)
          .contains("Your message has not been sent yet", "written while it is frozen");
    } finally {
      database.thaw();
    }
    TestTimeout.await().until(site.first()::isReady);
    TestTimeout.await().until(() -> opens(site.first(), code));
    assertThat(send(site.first(), otherToken)).isPresent();
  }

  @Test
  void keepsFormWhenDatabaseOnlyAllowsReading() throws SQLException {
    String formToken = filledInFormToken(site.first(), "typed while it is read-only");
    setReadOnly("on");
    try {
      TestTimeout.await().until(() -> !site.first().isReady());
      assertThat(site.first().status("/en/figures")).isEqualTo(200);
      assertThat(post(site.first(), formToken))
          .satisfies(page -> assertThat(page.statusCode()).isEqualTo(503))
          .extracting(HttpResponse::body, STRING)
          .contains("Not sent yet", "typed while it is read-only");
    } finally {
      setReadOnly("off");
    }
    TestTimeout.await().until(site.first()::isReady);
    assertThat(send(site.first(), formToken)).isPresent();
  }

  private static void setReadOnly(String value) throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      statement.execute("alter system set default_transaction_read_only = " + value);
      statement.execute("select pg_reload_conf()");
    }
  }

  @Test
  void survivesDecompressionBombs() throws IOException {
    RestAssured.port = site.first().port();
    FormClient form = new FormClient("en");
    form.fillIn("zilvervoort", "with images that are bombs", "unknown");
    Response refused =
        MultipartRequests.withToken(form)
            .multiPart("files", "a.jpg", DecompressionBombs.losslessJpeg(), "image/jpeg")
            .multiPart("files", "b.webp", DecompressionBombs.losslessWebp(), "image/webp")
            .post("/en/report");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("“a.jpg” may show who made it")
        .contains("“b.webp” may show who made it")
        .contains("with images that are bombs");
    Response sent =
        MultipartRequests.withToken(form)
            .multiPart("files", "house.jpg", Photos.jpeg(120, 40, ""), "image/jpeg")
            .post("/en/report");
    assertThat(FormClient.code(sent))
        .as("a photo that can be cleaned needs no confirmation")
        .hasSize(20);
    assertThat(site.first().process().isAlive()).isTrue();
  }

  private static String conversationToken(String page) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static Response sendMessageWithPhoto(String token, String message) throws IOException {
    return RestAssured.given()
        .port(site.first().port())
        .multiPart("token", token)
        .multiPart("message", message)
        .multiPart("files", "house.jpg", Photos.jpeg(120, 40, ""), "image/jpeg")
        .multiPart("go", "send")
        .post("/en/code");
  }

  private interface Fault {
    Void cause() throws IOException;
  }

  /**
   * Sends forms to both replicas and causes the fault meanwhile.
   *
   * @return the codes of the acknowledged forms, by form token
   */
  private Map<String, String> sendDuring(Fault fault) {
    List<String> formTokens = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      formTokens.add(filledInFormToken(site.first(), "fault " + i));
    }
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> sending = new ArrayList<>();
    for (int i = 0; i < formTokens.size(); i++) {
      String formToken = formTokens.get(i);
      Replica replica = i % 2 == 0 ? site.first() : site.second();
      sending.add(
          CompletableFuture.runAsync(
              () -> send(replica, formToken).ifPresent(code -> acknowledged.put(formToken, code))));
      if (i == formTokens.size() / 2) {
        TestTimeout.await().until(() -> !acknowledged.isEmpty());
        try {
          fault.cause();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    sending.forEach(CompletableFuture::join);
    assertThat(acknowledged).isNotEmpty();
    formTokens.stream()
        .filter(formToken -> !acknowledged.containsKey(formToken))
        .forEach(unacknowledged::add);
    return acknowledged;
  }

  /**
   * Checks that each acknowledged report opens with its code, sends the others again, and counts
   * each report once.
   */
  private void assertEachStoredOnce(Map<String, String> acknowledged, long before)
      throws SQLException {
    acknowledged.forEach(
        (formToken, code) -> {
          TestTimeout.await().until(() -> opens(site.first(), code) && opens(site.second(), code));
          assertThat(send(site.second(), formToken)).contains(code);
        });
    for (String formToken : unacknowledged) {
      assertThat(send(site.first(), formToken)).isPresent();
    }
    assertThat(countReports()).isEqualTo(before + acknowledged.size() + unacknowledged.size());
  }

  private static boolean opens(Replica replica, String code) {
    HttpResponse<String> page = replica.post("/en/code", "code=" + code);
    return page.statusCode() == 200 && page.body().contains("name=\"token\"");
  }

  /** Token of a form that is filled in up to "send". */
  private static String filledInFormToken(Replica replica, String description) {
    RestAssured.port = replica.port();
    FormClient client = new FormClient("en");
    client.fillIn("zilvervoort", description, "unknown");
    assertThat(client.sealedState()).isNotEmpty();
    return client.sealedState();
  }

  /** Sends the form and returns the code; empty when there was no confirmation. */
  private static Optional<String> send(Replica replica, String formToken) {
    try {
      HttpResponse<String> response = post(replica, formToken);
      Matcher code = CODE.matcher(response.body());
      return response.statusCode() == 200 && code.find()
          ? Optional.of(code.group(1).replaceAll("[^0-9]", ""))
          : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static HttpResponse<String> post(Replica replica, String formToken) {
    return replica.post("/en/report", new String(body(formToken), StandardCharsets.US_ASCII));
  }

  private static byte[] body(String formToken) {
    return ("state=" + URLEncoder.encode(formToken, StandardCharsets.UTF_8) + "&go=send")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static long countReports() throws SQLException {
    try (Connection superuser = database.superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from report")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
