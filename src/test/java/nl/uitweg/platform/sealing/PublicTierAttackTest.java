package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Servers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds everything the public tier has, and even a stolen dump of the database, and fails to read
 * what was sent before.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class PublicTierAttackTest {

  private final Path loot =
      ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);

  @Test
  void no_key_of_the_public_tier_opens_anything_in_a_stolen_database() throws Exception {
    FormClient form = new FormClient("nl");
    form.fillIn("zandvoort", "onleesbaar voor wie inbreekt", "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    Aead formKey = KeyFolder.readSymmetric(loot.resolve("form.json"));
    List<Stolen> blobs = stolen();
    assertThat(blobs).hasSizeGreaterThan(5);
    for (Stolen blob : blobs) {
      for (String what : List.of("report", "conversation", "note", "message", "conversation-key")) {
        byte[] associated = AssociatedData.of(what, blob.id()).encode(Format.CURRENT.version());
        assertThatThrownBy(() -> formKey.decrypt(Format.CURRENT.unframe(blob.bytes()), associated))
            .isInstanceOf(GeneralSecurityException.class);
      }
      String asToken = Base64.getUrlEncoder().withoutPadding().encodeToString(blob.bytes());
      assertThatThrownBy(() -> FormSeal.read(loot).open("report", asToken))
          .isInstanceOf(UnsealException.class);
    }
  }

  @Test
  void the_folder_of_the_public_tier_holds_no_private_keyset() throws Exception {
    try (Stream<Path> files = Files.list(loot)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".public.json")).toList()) {
        assertThatThrownBy(
                () ->
                    TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file))
                        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class))
            .as(file.toString())
            .isInstanceOf(GeneralSecurityException.class);
      }
    }
    assertThat(Opener.class.getDeclaredMethods()).isNotEmpty();
    assertThatThrownBy(() -> Opener.read(loot)).hasMessageContaining("kek.json");
  }

  @Test
  void no_key_of_the_public_tier_makes_a_token_of_the_desk() {
    Path secret = ConfigProvider.getConfig().getValue("portal.keys.private-directory", Path.class);
    String forged = FormSeal.read(loot).seal("form", new byte[] {1});
    assertThatThrownBy(() -> DeskSeal.read(secret).open("form", forged))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> DeskSeal.read(loot)).hasMessageContaining("desk.json is missing");
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Stolen(UUID id, byte[] bytes) {}

  private static List<Stolen> stolen() throws SQLException {
    List<Stolen> blobs = new ArrayList<>();
    try (Connection owner =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = owner.createStatement()) {
      for (String query :
          List.of(
              "select id, sealed from report",
              "select report_id, wrapped from wrapped_key",
              "select report_id, wrapped from receipt")) {
        try (ResultSet rows = statement.executeQuery(query + " limit 40")) {
          while (rows.next()) {
            blobs.add(new Stolen(rows.getObject(1, UUID.class), rows.getBytes(2)));
          }
        }
      }
    }
    return blobs;
  }
}
