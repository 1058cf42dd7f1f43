package nl.uitweg.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.DistributionPostgres;
import nl.uitweg.testsupport.Installation;
import nl.uitweg.testsupport.ProcessTest;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.TestRegion;
import nl.uitweg.testsupport.TestTimeout;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rehearses {@code bin/backup} and {@code bin/restore} as an administrator does: a site fills a
 * database, and the backup is restored into a new cluster with keys that were kept elsewhere.
 */
@ProcessTest
class RestoreRehearsalTest {

  /** Words that a reporter or an officer wrote, each in another place. */
  private static final List<String> CANARIES =
      List.of(
          "canary-in-the-report",
          "canary-in-the-note",
          "canary-in-the-message",
          "canary-in-the-file",
          "canary-in-the-name-of-the-file",
          SentReport.PHONE_NUMBER);

  private static final String DAMAGED = "does not match";

  @TempDir static Path folder;
  private static Path programs;
  private static DistributionPostgres original;
  private static Path backup;
  private static Path purgedList;
  private static SentReport kept;
  private static SentReport purgedLater;
  private static SentReport overdue;

  @BeforeAll
  static void fillAndBackUp() throws Exception {
    Assumptions.assumeTrue(
        DistributionPostgres.programs().isPresent(),
        "pg_dump is not installed; bin/test installs it");
    programs = DistributionPostgres.programs().orElseThrow();
    original = cluster("original");
    original.createRoles();
    Migrations.run(original.jdbcUrl(), Migrations.LOGIN, "");
    KeyFolder.createIfMissing(folder.resolve("keys"), TestRegion.REGION.ids());
    backup = folder.resolve("uitweg.backup");
    try (Installation site = Installation.startOn(original, folder)) {
      kept = sendWithCanaries(site);
      purgedLater = send(site, "promised to be gone tomorrow", "unknown");
      overdue = send(site, "promised to be gone after a year", "unknown");
      writeAtTheDesk(site);
      original.execute(
          "update report set state = 'CLOSED', closed_on = current_date - 400 where id = '%s'"
              .formatted(overdue.id()));
      assertThat(run(original, "bin/backup", backup.toString()).output()).contains("3 reports");
    }
    purgedList = folder.resolve("purged.txt");
    PurgedList list = new PurgedList(Instant.now(), List.of(purgedLater.object()));
    Files.writeString(purgedList, list.text());
  }

  @AfterAll
  static void stop() {
    if (original != null) {
      original.close();
    }
  }

  private static DistributionPostgres cluster(String name) throws Exception {
    return DistributionPostgres.start(programs, folder.resolve(name));
  }

  private static SentReport sendWithCanaries(Installation site) throws SQLException {
    FormClient form = new FormClient("nl", "127.0.0.1", site.port());
    form.fillIn("ankerdaal", "canary-in-the-report", "share");
    form.next(
        "name", "Sam Kanarie", "way", SentReport.PHONE_NUMBER, "hours", "", "voicemail", "no");
    String code =
        FormClient.code(
            form.sendWithFile("canary-in-the-name-of-the-file.txt", "canary-in-the-file"));
    return new SentReport(newestId(List.of()), code);
  }

  private static SentReport send(Installation site, String description, String contact)
      throws SQLException {
    List<String> before = original.values("select id::text from report");
    FormClient form = new FormClient("nl", "127.0.0.1", site.port());
    form.fillIn("ankerdaal", description, contact);
    String code = FormClient.code(form.press("send"));
    assertThat(code).hasSize(20);
    return new SentReport(newestId(before), code);
  }

  private static String newestId(List<String> before) throws SQLException {
    List<String> ids = new ArrayList<>(original.values("select id::text from report"));
    ids.removeAll(before);
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  private static void writeAtTheDesk(Installation site) {
    try (DeskClient desk = new DeskClient(site, "ankerdaal")) {
      String path = kept.path();
      assertThat(desk.get(path).text()).contains("canary-in-the-report");
      assertThat(desk.post(path, path + "/notes", "note", "canary-in-the-note").text())
          .contains("canary-in-the-note");
      assertThat(desk.post(path, path + "/messages", "message", "canary-in-the-message").text())
          .contains("canary-in-the-message");
    }
  }

  @Test
  void backupHoldsNoWordInClear() throws Exception {
    String decompressed =
        new PostgresProgram("nobody", "").run(programs.resolve("pg_restore"), "-f", "-", backup);
    assertThat(decompressed).as("the file is decompressed").contains("ankerdaal", kept.id());
    String sealed = original.values("select encode(sealed, 'hex') from report").get(0);
    assertThat(decompressed).as("bytes are in hexadecimal").contains(sealed);
    for (String canary : CANARIES) {
      byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
      assertThat(decompressed.contains(canary)).as(canary).isFalse();
      assertThat(decompressed.contains(HexFormat.of().formatHex(bytes))).as(canary).isFalse();
      assertThat(decompressed.contains(Base64.getEncoder().encodeToString(bytes)))
          .as(canary)
          .isFalse();
    }
    assertThat(decompressed).doesNotContain(kept.code());
  }

  @Test
  void restoresIntoNewClusterAndKeepsPurgedReportsPurged() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    FileUtils.copyDirectory(folder.resolve("keys").toFile(), elsewhere.resolve("keys").toFile());
    try (DistributionPostgres restored = cluster("restored")) {
      restored.createRoles();
      Result result =
          restore(
              restored,
              backup.toString(),
              "--purged",
              purgedList.toString(),
              "--keys",
              elsewhere.resolve("keys").toString());
      assertThat(result.output())
          .contains("3 reports, 1 messages, 1 notes, 1 files")
          .contains("Purged again, because they were purged after the backup: 1.")
          .contains("The chain is valid")
          .containsPattern("ankerdaal: ([1-9]\\d*) of \\1 keys can be unwrapped\\.");
      assertThat(result.status()).isZero();
      assertThat(restored.values("select id::text from report"))
          .containsExactlyInAnyOrder(kept.id(), overdue.id());
      assertThat(auditActions(restored))
          .endsWith("restore restore admin", "restore purge " + purgedLater.object());
      serve(restored, elsewhere);
      assertThat(run(restored, "bin/audit", "verify").status()).isZero();
      assertThat(run(restored, "bin/audit", "purged").output())
          .startsWith("# 2 reports and dossiers were purged until 2")
          .contains(purgedLater.object() + "\n", overdue.object() + "\n");
      assertThat(restore(restored, backup.toString(), "--without-purged").output())
          .contains("The database is not empty");
    }
  }

  private static void serve(DistributionPostgres restored, Path keysElsewhere) throws Exception {
    try (Installation site = Installation.startOn(restored, keysElsewhere)) {
      TestTimeout.await("the purge at the start of " + site.url())
          .until(() -> restored.values("select id::text from report").equals(List.of(kept.id())));
      assertThat(openWithCode(site, kept)).contains("canary-in-the-message");
      assertThat(openWithCode(site, purgedLater)).doesNotContain("name=\"token\"");
      try (DeskClient desk = new DeskClient(site, "ankerdaal")) {
        assertThat(desk.get(kept.path()).text())
            .contains("canary-in-the-report", "canary-in-the-note");
        assertThat(desk.get(purgedLater.path()).status()).isEqualTo(404);
      }
    }
  }

  private static String openWithCode(Installation site, SentReport report) {
    return given()
        .baseUri(site.url())
        .contentType("application/x-www-form-urlencoded")
        .formParam("code", report.code())
        .post("/nl/code")
        .asString();
  }

  private static List<String> auditActions(DistributionPostgres cluster) throws SQLException {
    return cluster.values(
        "select actor || ' ' || action || ' ' || object from audit_event order by position");
  }

  @Test
  void refusesWhatItCannotRestoreAndNamesMissingKeysets() throws Exception {
    try (DistributionPostgres target = cluster("refusing")) {
      assertRefused(target, backup, "deploy/postgresql/roles.sql was not run", "portal_owner");
      target.createRoles();
      assertRefused(
          target, backup, "holds 3 reports", "become readable again", "Nothing was restored.");
      assertRefused(target, copy("broken", bytes -> bytes[bytes.length / 2] ^= 1), DAMAGED);
      Path shorter = folder.resolve("shorter");
      Files.write(shorter, Arrays.copyOf(Files.readAllBytes(backup), 100_000));
      assertRefused(target, shorter, "The backup cannot be read; nothing was restored.");
      Path older = folder.resolve("older.txt");
      Files.writeString(older, "# 0 reports and dossiers were purged until 2026-01-01T00:00:00Z\n");
      assertThat(restore(target, backup.toString(), "--purged", older.toString()).output())
          .contains("is older than the backup");
      Path others = folder.resolve("other-keys");
      KeyFolder.createIfMissing(others, List.of("lindestede", "zilvervoort"));
      Result result =
          restore(target, backup.toString(), "--without-purged", "--keys", others.toString());
      assertThat(result.output())
          .as("nothing of the refused attempts is left")
          .contains("WARNING: The backup of 2", "The chain is valid")
          .containsPattern("ankerdaal: 0 of [1-9]\\d* keys .* has no private keyset");
      assertThat(result.status()).isEqualTo(1);
    }
  }

  /** A copy of the backup, with its checksum, in which something was changed. */
  private static Path copy(String name, Consumer<byte[]> change) throws IOException {
    byte[] bytes = Files.readAllBytes(backup);
    change.accept(bytes);
    Path copy = Files.write(folder.resolve(name), bytes);
    Files.copy(Checksum.fileOf(backup), Checksum.fileOf(copy));
    return copy;
  }

  private static void assertRefused(DistributionPostgres target, Path file, String... sentences)
      throws Exception {
    Result result = restore(target, file.toString());
    assertThat(result.output()).contains(sentences);
    assertThat(result.status()).isEqualTo(2);
    assertThat(target.values("select relname from pg_class where relname = 'report'")).isEmpty();
  }

  private record Result(int status, String output) {}

  private static Result restore(DistributionPostgres target, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bin/restore"));
    command.addAll(List.of(arguments));
    return run(target, command.toArray(String[]::new));
  }

  private static Result run(DistributionPostgres cluster, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", cluster.jdbcUrl());
    environment.put("PATH", programs + ":" + environment.get("PATH"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
