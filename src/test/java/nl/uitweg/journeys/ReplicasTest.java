package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
import nl.uitweg.platform.persistence.Migrations;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DecompressionBombs;
import nl.uitweg.testsupport.FreePort;
import nl.uitweg.testsupport.Photos;
import nl.uitweg.testsupport.TestTimeout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of the public tier as processes of their own, on one PostgreSQL that can be killed:
 * what was acknowledged is there, and nothing is there twice.
 */
@Tag("process")
class ReplicasTest {

  private static final Pattern CODE = Pattern.compile("<p class=\"code\"[^>]*>(.*?)</p>");

  @TempDir static Path folder;
  private static int databasePort;
  private static EmbeddedPostgres database;
  private static Replica one;
  private static Replica two;

  @BeforeAll
  static void start() throws IOException, SQLException {
    KeyFolder.createIfMissing(
        folder.resolve("keys"), List.of("heemstede", "bloemendaal", "zandvoort"));
    databasePort = FreePort.next();
    database = startDatabase();
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(Files.readString(Path.of("deploy/postgresql/roles.sql")));
    }
    Migrations.run(jdbcUrl(), Migrations.LOGIN, "");
    one = Replica.start(folder, jdbcUrl());
    one.await();
    two = Replica.start(folder, jdbcUrl());
    two.await();
  }

  @AfterAll
  static void stop() throws IOException {
    one.kill();
    two.kill();
    database.close();
  }

  @Test
  void pressing_send_many_times_on_two_replicas_is_one_report_and_one_code() throws SQLException {
    String form = form(one, "sent at the same time");
    long before = reports();
    List<CompletableFuture<Optional<String>>> presses =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(i % 2 == 0 ? one : two, form)))
            .toList();
    Set<String> codes = new HashSet<>();
    presses.forEach(press -> codes.add(press.join().orElseThrow()));
    assertThat(codes).hasSize(1);
    assertThat(reports()).isEqualTo(before + 1);
  }

  @Test
  void a_connection_that_breaks_before_the_answer_costs_nothing() throws Exception {
    String form = form(one, "the train went into a tunnel");
    long before = reports();
    byte[] body = body(form);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), one.port())) {
      OutputStream request = socket.getOutputStream();
      request.write(
          ("POST /en/report HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                  + " application/x-www-form-urlencoded\r\nContent-Length: "
                  + body.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      request.write(body);
      request.flush();
    } // gone before the answer
    assertThat(send(two, form)).isPresent();
    assertThat(send(one, form)).isEqualTo(send(two, form));
    assertThat(reports()).isEqualTo(before + 1);
  }

  @Test
  void a_killed_replica_loses_nothing_that_was_acknowledged() throws SQLException, IOException {
    long before = reports();
    Map<String, String> acknowledged =
        sendWhile(
            () -> {
              two.kill();
              return null;
            });
    two = Replica.start(folder, jdbcUrl());
    two.await();
    assertAllAreThereOnce(acknowledged, before);
  }

  @Test
  void a_killed_database_loses_nothing_that_was_acknowledged() throws SQLException, IOException {
    long before = reports();
    Map<String, String> acknowledged =
        sendWhile(
            () -> {
              killDatabase();
              database = startDatabase();
              return null;
            });
    assertAllAreThereOnce(acknowledged, before);
  }

  @Test
  void without_a_database_the_page_says_not_sent_and_keeps_everything() throws Exception {
    String form = form(one, "kept while it is down");
    killDatabase();
    HttpResponse<String> answer = post(one, form);
    database = startDatabase();
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("Not sent yet")
        .contains("kept while it is down")
        .contains("name=\"state\"");
    String kept = FormClient.tokenIn(answer.body());
    TestTimeout.await().until(() -> send(one, kept).isPresent());
  }

  @Test
  void imagesThatAskForAllMemoryLeaveTheReplicaAnswering() throws IOException {
    RestAssured.port = one.port();
    FormClient form = new FormClient("en");
    form.fillIn("zandvoort", "with images that are bombs", "unknown");
    Response refused =
        Upload.upload(form)
            .multiPart("files", "a.jpg", DecompressionBombs.losslessJpeg(), "image/jpeg")
            .multiPart("files", "b.webp", DecompressionBombs.losslessWebp(), "image/webp")
            .post("/en/report");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("“a.jpg” may hold who made it")
        .contains("“b.webp” may hold who made it")
        .contains("with images that are bombs");
    Response sent =
        Upload.upload(form)
            .multiPart("files", "house.jpg", Photos.jpeg(120, 40, ""), "image/jpeg")
            .post("/en/report");
    assertThat(FormClient.code(sent)).as("a photo is cleaned without consent").hasSize(20);
    assertThat(one.process().isAlive()).isTrue();
  }

  private interface Fault {
    Void happen() throws IOException;
  }

  /** Sends forms on both replicas; in the midst of it something breaks. */
  private Map<String, String> sendWhile(Fault fault) {
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      forms.add(form(one, "fault " + i));
    }
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> sending = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      Replica replica = i % 2 == 0 ? one : two;
      sending.add(
          CompletableFuture.runAsync(
              () -> send(replica, form).ifPresent(code -> acknowledged.put(form, code))));
      if (i == forms.size() / 2) {
        TestTimeout.await().until(() -> !acknowledged.isEmpty());
        try {
          fault.happen();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    sending.forEach(CompletableFuture::join);
    assertThat(acknowledged).isNotEmpty();
    forms.stream().filter(form -> !acknowledged.containsKey(form)).forEach(unsent::add);
    return acknowledged;
  }

  private final List<String> unsent = new ArrayList<>();

  /** What has a code opens with it; what had none is sent again; then each is there once. */
  private void assertAllAreThereOnce(Map<String, String> acknowledged, long before)
      throws SQLException {
    acknowledged.forEach(
        (form, code) -> {
          TestTimeout.await().until(() -> opens(one, code) && opens(two, code));
          assertThat(send(two, form)).contains(code);
        });
    for (String form : unsent) {
      assertThat(send(one, form)).isPresent();
    }
    assertThat(reports()).isEqualTo(before + acknowledged.size() + unsent.size());
  }

  private static boolean opens(Replica replica, String code) {
    HttpResponse<String> page = replica.post("/en/code", "code=" + code);
    return page.statusCode() == 200 && page.body().contains("name=\"token\"");
  }

  /** The sealed form as it stands in the page before "send". */
  private static String form(Replica replica, String words) {
    RestAssured.port = replica.port();
    FormClient client = new FormClient("en");
    client.fillIn("zandvoort", words, "unknown");
    assertThat(client.token()).isNotEmpty();
    return client.token();
  }

  /** The code; empty when there was no answer, or another one. */
  private static Optional<String> send(Replica replica, String form) {
    try {
      HttpResponse<String> answer = post(replica, form);
      Matcher code = CODE.matcher(answer.body());
      return answer.statusCode() == 200 && code.find()
          ? Optional.of(code.group(1).replaceAll("[^0-9]", ""))
          : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static HttpResponse<String> post(Replica replica, String form) {
    return replica.post("/en/report", new String(body(form), StandardCharsets.US_ASCII));
  }

  private static byte[] body(String form) {
    return ("state=" + URLEncoder.encode(form, StandardCharsets.UTF_8) + "&go=send")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** With the library's default {@code synchronous_commit = off}: the site must not rely on it. */
  private static EmbeddedPostgres startDatabase() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(databasePort)
        .setDataDirectory(folder.resolve("database"))
        .setCleanDataDirectory(false)
        .setPGStartupWait(TestTimeout.LIMIT)
        .start();
  }

  /** As when the power fails: the server and all its processes at once. */
  private static void killDatabase() {
    try {
      long pid =
          Long.parseLong(
              Files.readAllLines(folder.resolve("database/postmaster.pid")).get(0).strip());
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
      all.add(0, server);
      all.forEach(ProcessHandle::destroyForcibly);
      TestTimeout.await().until(() -> all.stream().noneMatch(ReplicasTest::running));
      database.close(); // of the handle: the server is gone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean running(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static long reports() throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from report")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Connection superuser() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), "postgres", "");
  }

  private static String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres";
  }
}
