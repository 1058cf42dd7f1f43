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
 * An attacker with all files of the public tier and a stolen database dump cannot read reports that
 * were sent before.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
class PublicTierAttackTest {

  private final Path publicFolder =
      ConfigProvider.getConfig().getValue("portal.keys.directory", Path.class);

  @Test
  void keysOfPublicTierDecryptNothingInAStolenDatabase() throws Exception {
    FormClient form = new FormClient("nl");
    form.fillIn("zandvoort", "onleesbaar voor wie inbreekt", "unknown");
    assertThat(FormClient.code(form.press("send"))).hasSize(20);
    Aead formKey = KeyFolder.readSymmetric(publicFolder.resolve("form.json"));
    List<StolenRow> rows = stolenRows();
    assertThat(rows).hasSizeGreaterThan(5);
    for (StolenRow row : rows) {
      for (String kind : List.of("report", "conversation", "note", "message", "conversation-key")) {
        byte[] associated = AssociatedData.of(kind, row.id()).encode(Format.CURRENT.version());
        assertThatThrownBy(() -> formKey.decrypt(Format.CURRENT.unframe(row.bytes()), associated))
            .isInstanceOf(GeneralSecurityException.class);
      }
      String asToken = Base64.getUrlEncoder().withoutPadding().encodeToString(row.bytes());
      assertThatThrownBy(() -> FormSeal.read(publicFolder).open("report", asToken))
          .isInstanceOf(UnsealException.class);
    }
  }

  @Test
  void publicFolderContainsNoPrivateKeyset() throws Exception {
    try (Stream<Path> files = Files.list(publicFolder)) {
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
    assertThatThrownBy(() -> Opener.read(publicFolder)).hasMessageContaining("kek.json");
  }

  @Test
  void keysOfPublicTierCannotForgeADeskToken() {
    Path privateFolder =
        ConfigProvider.getConfig().getValue("portal.keys.private-directory", Path.class);
    String forged = FormSeal.read(publicFolder).seal("form", new byte[] {1});
    assertThatThrownBy(() -> DeskSeal.read(privateFolder).open("form", forged))
        .isInstanceOf(UnsealException.class);
    assertThatThrownBy(() -> DeskSeal.read(publicFolder))
        .hasMessageContaining("desk.json is missing");
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record StolenRow(UUID id, byte[] bytes) {}

  private static List<StolenRow> stolenRows() throws SQLException {
    List<StolenRow> rows = new ArrayList<>();
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement()) {
      for (String query :
          List.of(
              "select id, sealed from report",
              "select report_id, wrapped from wrapped_key",
              "select report_id, wrapped from receipt")) {
        try (ResultSet row = statement.executeQuery(query + " limit 40")) {
          while (row.next()) {
            rows.add(new StolenRow(row.getObject(1, UUID.class), row.getBytes(2)));
          }
        }
      }
    }
    return rows;
  }
}
