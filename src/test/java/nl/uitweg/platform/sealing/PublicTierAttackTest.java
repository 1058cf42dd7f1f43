package nl.uitweg.platform.sealing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.SentReport;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attacker with all files of the public tier and a stolen database dump cannot read reports that
 * were sent before the attack, and cannot forge a form token of the desk.
 */
@ServerTest
class PublicTierAttackTest {

  private static final Pattern CONVERSATION_TOKEN =
      Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final Path publicFolder =
      ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);
  private final Path privateFolder =
      ConfigProvider.getConfig().getValue("portal.keys.private-directory", Path.class);

  @TempDir Path folder;

  @Test
  void keysOfPublicTierDecryptNothingInAStolenDatabase() throws Exception {
    SentReport report = sendReportWithFileAndMessage();
    StolenDatabase database = StolenDatabase.read(report.id(), 40);
    assertThat(database.decrypt(DecryptionKey.in(publicFolder))).isEmpty();
    for (StolenDatabase.Row row : database.rows()) {
      String asToken = Base64.getUrlEncoder().withoutPadding().encodeToString(row.bytes());
      for (String purpose : List.of("report", "code-access")) {
        assertThatThrownBy(() -> FormSeal.read(publicFolder).open(purpose, asToken))
            .as(row.name())
            .isInstanceOf(UnsealException.class);
      }
    }
    Map<String, byte[]> withCode =
        database.decrypt(
            List.of(
                DecryptionKey.aead(
                    ReceiptDerivation.read(publicFolder, FastReceiptDerivation.LOWEST)
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
    writePrivateKeyset(folder.resolve("zilvervoort.public.json"));
    StolenDatabase database = StolenDatabase.read(report.id(), 1);
    Map<String, byte[]> decrypted = database.decrypt(DecryptionKey.in(folder));
    assertThat(decrypted.keySet())
        .containsExactlyInAnyOrderElementsOf(
            database.rows().stream()
                .map(StolenDatabase.Row::name)
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
  void detectsPrivateKeysetInPublicFolder() throws Exception {
    KeyFolder.createIfMissing(folder, List.of("zilvervoort"));
    Path keys = folder.resolve("public");
    assertContainsOnlyPublicKeys(keys);
    writePrivateKeyset(keys.resolve("zilvervoort.public.json"));
    assertThatThrownBy(() -> assertContainsOnlyPublicKeys(keys))
        .isInstanceOf(GeneralSecurityException.class);
    Files.copy(
        folder.resolve("private/zilvervoort.private.json"),
        keys.resolve("zilvervoort.private.json"));
    Files.delete(keys.resolve("zilvervoort.public.json"));
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
    for (Path file : DecryptionKey.files(keys)) {
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
    form.fillIn("zilvervoort", "onleesbaar voor wie inbreekt", "unknown");
    String code = FormClient.code(form.sendWithFile("bijlage.txt", "een bijlage"));
    assertThat(code).hasSize(20);
    Matcher token =
        CONVERSATION_TOKEN.matcher(given().formParam("code", code).post("/nl/code").asString());
    assertThat(token.find()).isTrue();
    given()
        .formParam("token", token.group(1))
        .formParam("go", "send")
        .formParam("message", "een bericht erbij")
        .post("/nl/code");
    List<String> added = SuperuserDatabase.values("select id from report");
    added.removeAll(before);
    assertThat(added).hasSize(1);
    return new SentReport(added.get(0), code);
  }

  /** Writes the private keyset of Zilvervoort without encryption. */
  private void writePrivateKeyset(Path file) throws IOException, GeneralSecurityException {
    KeysetHandle keyset =
        TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
            Files.readString(privateFolder.resolve("zilvervoort.private.json")),
            KeyFolder.readSymmetric(privateFolder.resolve("kek.json")),
            KeyFolder.associatedData("zilvervoort"));
    Files.writeString(
        file, TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
  }
}
