package nl.uitweg.platform.sealing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.Servers;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attacker with all files of the public tier and a stolen database dump cannot read reports that
 * were sent before the attack, and cannot forge a form token of the desk.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class PublicTierAttackTest {

  private static final Pattern CONVERSATION_TOKEN =
      Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final int SECRET_BYTES = 32;

  private final Path publicFolder =
      ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);
  private final Path privateFolder =
      ConfigProvider.getConfig().getValue("portal.keys.private-directory", Path.class);

  @TempDir Path folder;

  @Test
  void keysOfPublicTierDecryptNothingInAStolenDatabase() throws Exception {
    SentReport report = sendReportWithFileAndMessage();
    List<StolenRow> rows = stolenRows(report.id(), 40);
    assertThat(decrypt(rows, keysIn(publicFolder))).isEmpty();
    for (StolenRow row : rows) {
      String asToken = Base64.getUrlEncoder().withoutPadding().encodeToString(row.bytes());
      for (String purpose : List.of("report", "code-access")) {
        assertThatThrownBy(() -> FormSeal.read(publicFolder).open(purpose, asToken))
            .as(row.name())
            .isInstanceOf(UnsealException.class);
      }
    }
    Map<String, byte[]> withCode =
        decrypt(
            rows,
            List.of(
                aead(
                    Receipts.read(publicFolder)
                        .accessForReading(ReceiptCode.parse(report.code()).orElseThrow())
                        .key()
                        .toByteArray())));
    assertThat(withCode.keySet())
        .as("control: the code opens the conversation")
        .anyMatch(name -> name.startsWith("receipt "))
        .anyMatch(name -> name.startsWith("message "))
        .noneMatch(name -> name.startsWith("report "));
  }

  /** Shows that the attack above would succeed with the right key. */
  @Test
  void privateKeysetOfMunicipalityDecryptsTheSameRows() throws Exception {
    SentReport report = sendReportWithFileAndMessage();
    writePrivateKeyset(folder.resolve("zandvoort.public.json"));
    List<StolenRow> rows = stolenRows(report.id(), 1);
    Map<String, byte[]> decrypted = decrypt(rows, keysIn(folder));
    assertThat(decrypted.keySet())
        .containsExactlyInAnyOrderElementsOf(
            rows.stream()
                .map(StolenRow::name)
                .filter(name -> !name.endsWith(" recovery") && !name.startsWith("receipt "))
                .toList());
    assertThat(decrypted.values())
        .extracting(content -> new String(content, StandardCharsets.UTF_8))
        .anyMatch(content -> content.contains("onleesbaar voor wie inbreekt"))
        .anyMatch(content -> content.contains("een bericht erbij"))
        .anyMatch(content -> content.contains("bijlage.txt"));
  }

  @Test
  void publicFolderContainsNoPrivateKeyset() throws Exception {
    assertContainsOnlyPublicKeys(publicFolder);
  }

  /** Shows that the test above fails when there is a private keyset. */
  @Test
  void noticesPrivateKeysetInPublicFolder() throws Exception {
    KeyFolder.createIfMissing(folder, List.of("zandvoort"));
    Path keys = folder.resolve("public");
    assertContainsOnlyPublicKeys(keys);
    writePrivateKeyset(keys.resolve("zandvoort.public.json"));
    assertThatThrownBy(() -> assertContainsOnlyPublicKeys(keys))
        .isInstanceOf(GeneralSecurityException.class);
    Files.copy(
        folder.resolve("private/zandvoort.private.json"), keys.resolve("zandvoort.private.json"));
    Files.delete(keys.resolve("zandvoort.public.json"));
    assertThatThrownBy(() -> assertContainsOnlyPublicKeys(keys)).isInstanceOf(AssertionError.class);
  }

  @Test
  void keysOfPublicTierCannotForgeADeskToken() {
    String forged = FormSeal.read(publicFolder).seal("form", new byte[] {1});
    assertThatThrownBy(() -> DeskSeal.read(privateFolder).open("form", forged))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> DeskSeal.read(publicFolder))
        .hasMessageContaining("desk.json is missing");
  }

  private static void assertContainsOnlyPublicKeys(Path keys)
      throws IOException, GeneralSecurityException {
    Primitives.register();
    for (Path file : files(keys)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".public.json")) {
        KeysetHandle keyset =
            TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file));
        assertThatThrownBy(
                () -> keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class))
            .as(name)
            .isInstanceOf(GeneralSecurityException.class);
      } else {
        assertThat(name).isIn("form.json", "receipt.hex");
      }
    }
    assertThatThrownBy(() -> Opener.read(keys)).hasMessageContaining("kek.json");
  }

  private static SentReport sendReportWithFileAndMessage() throws SQLException {
    List<String> before = SuperuserDatabase.values("select id from report");
    FormClient form = new FormClient("nl");
    form.fillIn("zandvoort", "onleesbaar voor wie inbreekt", "unknown");
    String code = FormClient.code(form.sendWithFile("bijlage.txt", "een bijlage"));
    assertThat(code).hasSize(20);
    Matcher token =
        CONVERSATION_TOKEN.matcher(given().formParam("code", code).post("/nl/code").asString());
    assertThat(token.find()).isTrue();
    given()
        .formParam("token", token.group(1))
        .formParam("go", "say")
        .formParam("message", "een bericht erbij")
        .post("/nl/code");
    List<String> added = SuperuserDatabase.values("select id from report");
    added.removeAll(before);
    assertThat(added).hasSize(1);
    return new SentReport(added.get(0), code);
  }

  /** Writes the private keyset of Zandvoort without encryption. */
  private void writePrivateKeyset(Path file) throws IOException, GeneralSecurityException {
    KeysetHandle keyset =
        TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
            Files.readString(privateFolder.resolve("zandvoort.private.json")),
            KeyFolder.readSymmetric(privateFolder.resolve("kek.json")),
            KeyFolder.associatedData("zandvoort"));
    Files.writeString(
        file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Something with which an attacker tries to decrypt a row. */
  private interface Key {
    byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException;
  }

  private static Key aead(byte[] key) throws GeneralSecurityException {
    Aead aead = Primitives.aead(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
    return aead::decrypt;
  }

  /** Everything in these files that can decrypt. */
  private static List<Key> keysIn(Path folder) throws IOException, GeneralSecurityException {
    Primitives.register();
    List<Key> keys = new ArrayList<>();
    for (Path file : files(folder)) {
      String content = Files.readString(file);
      if (file.toString().endsWith(".hex")) {
        byte[] secret = HexFormat.of().parseHex(content.strip());
        for (int i = 0; i + SECRET_BYTES <= secret.length; i += SECRET_BYTES) {
          keys.add(aead(Arrays.copyOfRange(secret, i, i + SECRET_BYTES)));
        }
      } else {
        KeysetHandle keyset =
            TinkJsonProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get());
        try {
          keys.add(keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)::decrypt);
        } catch (GeneralSecurityException publicOrSymmetric) {
          addSymmetric(keyset, keys);
        }
      }
    }
    return keys;
  }

  private static void addSymmetric(KeysetHandle keyset, List<Key> keys) {
    try {
      keys.add(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class)::decrypt);
    } catch (GeneralSecurityException publicKeyset) {
      // cannot decrypt anything
    }
  }

  /**
   * Decrypts as many rows as possible. A key that a row contains is tried on the other rows.
   *
   * @return content by name of the row
   */
  private static Map<String, byte[]> decrypt(List<StolenRow> rows, List<Key> keys)
      throws GeneralSecurityException {
    Map<String, byte[]> decrypted = new TreeMap<>();
    List<Key> toTry = new ArrayList<>(keys);
    while (!toTry.isEmpty()) {
      Key key = toTry.remove(0);
      for (StolenRow row : rows) {
        if (!decrypted.containsKey(row.name()) && tryKey(key, row, decrypted) && row.isKey()) {
          byte[] found = decrypted.getOrDefault(row.name(), new byte[0]);
          toTry.add(aead(found));
        }
      }
    }
    return decrypted;
  }

  private static boolean tryKey(Key key, StolenRow row, Map<String, byte[]> decrypted) {
    try {
      byte[] content = key.decrypt(row.ciphertext(), row.encodedAssociatedData());
      decrypted.put(row.name(), row.isWrapped() ? content : Format.CURRENT.unpad(content));
      return true;
    } catch (GeneralSecurityException | UnsealException wrongKey) {
      return false;
    }
  }

  /**
   * @param name kind of the row, and what identifies it
   * @param associatedData as the application defines it for this row
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record StolenRow(String name, AssociatedData associatedData, byte[] bytes) {

    boolean isWrapped() {
      return name.startsWith("key ");
    }

    boolean isKey() {
      return isWrapped() || name.startsWith("receipt ");
    }

    byte[] ciphertext() throws UnsealException {
      return isWrapped()
          ? KeyEnvelope.ciphertext(bytes)
          : Format.of(bytes, Format.KNOWN).unframe(bytes);
    }

    byte[] encodedAssociatedData() {
      return associatedData.encode(Format.CURRENT.version());
    }
  }

  /** By kind of row: what identifies it, the parts of its associated data, and the ciphertext. */
  private static final Map<String, String> ROWS =
      Map.of(
          "report",
          "select 'report ' || r.id, array[r.id::text, coalesce(r.addressed_to, ''),"
              + " r.received_on::text] || r.forms, r.sealed from report r",
          "key",
          "select 'key ' || k.what || ' ' || r.id || ' ' || k.recipient,"
              + " array[k.what, r.id::text, k.recipient], k.wrapped"
              + " from wrapped_key k join report r on r.id = k.report_id",
          "conversation-key",
          "select 'receipt ' || r.id, array[r.id::text], k.wrapped"
              + " from receipt k join report r on r.id = k.report_id",
          "message",
          "select 'message ' || m.id, array[r.id::text, coalesce(r.addressed_to, ''), m.id::text,"
              + " m.position::text, case when m.from_officer then 'to-reporter' else 'to-officer' end],"
              + " m.sealed from message m join report r on r.id = m.report_id",
          "note",
          "select 'note ' || n.id, array[r.id::text, coalesce(r.addressed_to, ''), n.id::text,"
              + " n.position::text], n.sealed from note n join report r on r.id = n.report_id",
          "attachment",
          "select 'attachment ' || a.id, array[r.id::text, coalesce(r.addressed_to, ''), a.id::text],"
              + " a.sealed from attachment a join report r on r.id = a.report_id",
          "attachment-voucher",
          "select 'voucher ' || a.id, array[r.id::text, coalesce(r.addressed_to, ''), a.id::text],"
              + " a.voucher from attachment a join report r on r.id = a.report_id");

  /** All rows of at most this number of reports: the given one, and any others. */
  private static List<StolenRow> stolenRows(String report, int reports) throws SQLException {
    List<StolenRow> rows = new ArrayList<>();
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      for (Map.Entry<String, String> query : ROWS.entrySet()) {
        try (ResultSet row =
            statement.executeQuery(
                query.getValue()
                    + " where r.id in (select id from report order by id <> '%s' limit %d)"
                        .formatted(report, reports))) {
          while (row.next()) {
            List<String> parts = List.of((String[]) row.getArray(2).getArray());
            rows.add(
                new StolenRow(
                    row.getString(1), new AssociatedData(query.getKey(), parts), row.getBytes(3)));
          }
        }
      }
    }
    return rows;
  }
}
