package nl.uitweg.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
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
    String formToken = ReplicaForms.filledInToken(site.first(), "sent at the same time");
    long before = countReports();
    List<CompletableFuture<Optional<String>>> submissions =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            ReplicaForms.send(
                                i % 2 == 0 ? site.first() : site.second(), formToken)))
            .toList();
    Set<String> codes = new HashSet<>();
    submissions.forEach(submission -> codes.add(submission.join().orElseThrow()));
    assertThat(codes).hasSize(1);
    assertThat(countReports()).isEqualTo(before + 1);
  }

  @Test
  void storesReportOnceWhenConnectionBreaks() throws Exception {
    String formToken = ReplicaForms.filledInToken(site.first(), "the train went into a tunnel");
    long before = countReports();
    byte[] body = ReplicaForms.body(formToken);
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
    assertThat(ReplicaForms.send(site.second(), formToken)).isPresent();
    assertThat(ReplicaForms.send(site.first(), formToken))
        .isEqualTo(ReplicaForms.send(site.second(), formToken));
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
    String formToken = ReplicaForms.filledInToken(slow, "waits while the replica stops");
    long before = countReports();
    CompletableFuture<Optional<String>> sending =
        CompletableFuture.supplyAsync(() -> ReplicaForms.send(slow, formToken));
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
      formTokens.add(ReplicaForms.filledInToken(site.first(), "fault " + i));
    }
    Map<String, String> acknowledged = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> sending = new ArrayList<>();
    for (int i = 0; i < formTokens.size(); i++) {
      String formToken = formTokens.get(i);
      Replica replica = i % 2 == 0 ? site.first() : site.second();
      sending.add(
          CompletableFuture.runAsync(
              () ->
                  ReplicaForms.send(replica, formToken)
                      .ifPresent(code -> acknowledged.put(formToken, code))));
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
          TestTimeout.await()
              .until(
                  () ->
                      ReplicaForms.opens(site.first(), code)
                          && ReplicaForms.opens(site.second(), code));
          assertThat(ReplicaForms.send(site.second(), formToken)).contains(code);
        });
    for (String formToken : unacknowledged) {
      assertThat(ReplicaForms.send(site.first(), formToken)).isPresent();
    }
    assertThat(countReports()).isEqualTo(before + acknowledged.size() + unacknowledged.size());
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
