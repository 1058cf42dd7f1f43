package nl.uitweg.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the creation, rotation and reading of the key files. */
class KeyFolderTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");

  @TempDir Path keys;

  @BeforeEach
  void create() {
    KeyFolder.createIfMissing(keys, List.of("zilvervoort", "care"));
  }

  @Test
  void createsTheListedFilesReadableByTheirOwnerOnly() throws IOException {
    Map<String, String> permissions = new HashMap<>();
    try (Stream<Path> paths = Files.walk(keys)) {
      for (Path path : paths.filter(path -> !path.equals(keys)).toList()) {
        permissions.put(
            keys.relativize(path).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      }
    }
    assertThat(permissions)
        .containsOnlyKeys(
            "public",
            "public/zilvervoort.public.json",
            "public/care.public.json",
            "public/recovery.public.json",
            "public/form.json",
            "public/receipt.hex",
            "private",
            "private/kek.json",
            "private/index.json",
            "private/desk.json",
            "private/zilvervoort.private.json",
            "private/care.private.json",
            "offline",
            "offline/recovery.private.json");
    permissions.forEach(
        (file, permission) ->
            assertThat(permission)
                .as(file)
                .isEqualTo(file.contains("/") ? "rw-------" : "rwx------"));
  }

  @Test
  void addsOnlyTheKeysOfAnAddedMunicipality() throws IOException {
    Map<Path, String> before = contents();
    KeyFolder.createIfMissing(keys, List.of("zilvervoort", "lindestede"));
    Map<Path, String> after = contents();
    assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 2);
    Opener opener = Opener.read(keys.resolve("private"));
    assertThat(new KeysetPairCheck(sealer(), opener).match("lindestede")).isTrue();
  }

  @Test
  void keepsThePrivateKeysetOfRecoveryOutOfTheServer() throws Exception {
    byte[] wrapped = sealer().wrap(ContentKey.fresh(), "report", ID, List.of()).get("recovery");
    Opener recovery = Opener.recovery(keys.resolve("offline/recovery.private.json"));
    assertThat(recovery.hasKeyset("recovery")).isTrue();
    assertThat(Fingerprints.ofKey(wrapped))
        .isEqualTo(commitment(recovery.unwrap("recovery", "report", ID, wrapped)));
    assertThat(Opener.read(keys.resolve("private")).hasKeyset("recovery")).isFalse();
  }

  @Test
  void unwrapsEarlierKeysAfterRotationUntilTheOldKeyIsRetired() throws Exception {
    ContentKey key = ContentKey.fresh();
    byte[] before = sealer().wrapFor("zilvervoort", key, "report", ID);
    KeyFolder.rotate(keys, "zilvervoort");
    byte[] after = sealer().wrapFor("zilvervoort", key, "report", ID);
    assertThat(commitment(unwrap(before)))
        .isEqualTo(commitment(unwrap(after)))
        .isEqualTo(commitment(key));

    KeyFolder.retire(keys, "zilvervoort");
    assertThat(commitment(unwrap(after))).isEqualTo(commitment(key));
    assertThatThrownBy(() -> unwrap(before)).isInstanceOf(UnsealException.class);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys.resolve("private/zilvervoort.private.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void describesKeysetsWithoutSecrets() throws IOException {
    KeyFolder.rotate(keys, "zilvervoort");
    Files.writeString(keys.resolve("public/care.public.json"), "{}");
    assertThat(KeyFolder.describe(keys))
        .hasSize(3)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).isEqualTo("care: cannot be read");
              assertThat(lines.get(1))
                  .matches("recovery: 1 key\\(s\\), new reports use [0-9a-f]{8}");
              assertThat(lines.get(2))
                  .matches("zilvervoort: 2 key\\(s\\), new reports use [0-9a-f]{8}");
            });
  }

  @Test
  void refusesAKeyFileUnderAnotherName() throws IOException {
    Path privateFolder = keys.resolve("private");
    Files.copy(
        privateFolder.resolve("zilvervoort.private.json"),
        privateFolder.resolve("lindestede.private.json"));
    assertThatThrownBy(() -> Opener.read(privateFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lindestede.private.json cannot be decrypted");
    assertThatThrownBy(() -> KeyFolder.rotate(keys, "lindestede"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lindestede");
    Files.move(
        privateFolder.resolve("desk.json"),
        privateFolder.resolve("index.json"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> BlindIndex.read(privateFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("index.json cannot be decrypted");
  }

  @Test
  void namesTheFileThatIsMissingOrInvalid() throws IOException {
    Path publicFolder = keys.resolve("public");
    Path privateFolder = keys.resolve("private");
    assertThatThrownBy(() -> KeyFolder.rotate(keys, "elsewhere"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("elsewhere");
    assertThatThrownBy(() -> Opener.recovery(keys.resolve("offline/none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
    assertThatThrownBy(() -> Opener.recovery(privateFolder.resolve("zilvervoort.private.json")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("zilvervoort.private.json is not valid");
    assertThatThrownBy(() -> KeyFolder.names(keys.resolve("nowhere"), ".json"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere");

    Files.writeString(publicFolder.resolve("receipt.hex"), "00".repeat(63));
    assertThatThrownBy(() -> ReceiptDerivation.read(publicFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("receipt.hex must contain 64 bytes");
    Files.writeString(publicFolder.resolve("form.json"), "{}");
    assertThatThrownBy(() -> FormSeal.read(publicFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("form.json is not valid");
    Files.writeString(publicFolder.resolve("care.public.json"), "{}");
    assertThatThrownBy(() -> Sealer.read(publicFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("care.public.json is not valid");
    for (String file : List.of("receipt.hex", "form.json", "care.public.json")) {
      Files.delete(publicFolder.resolve(file));
    }
    assertThatThrownBy(() -> ReceiptDerivation.read(publicFolder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("receipt.hex");
    assertThatThrownBy(() -> FormSeal.read(publicFolder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("form.json");
    Files.delete(publicFolder.resolve("recovery.public.json"));
    assertThatThrownBy(() -> Sealer.read(publicFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("recovery.public.json is not in");

    for (String file : List.of("index.json", "desk.json")) {
      Files.delete(privateFolder.resolve(file));
    }
    assertThatThrownBy(() -> BlindIndex.read(privateFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("index.json is missing");
    assertThatThrownBy(() -> DeskSeal.read(privateFolder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("desk.json is missing");
    Files.delete(privateFolder.resolve("kek.json"));
    assertThatThrownBy(() -> Opener.read(privateFolder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("kek.json");
  }

  private Sealer sealer() {
    return Sealer.read(keys.resolve("public"));
  }

  private ContentKey unwrap(byte[] wrapped) throws UnsealException {
    return Opener.read(keys.resolve("private")).unwrap("zilvervoort", "report", ID, wrapped);
  }

  private static String commitment(ContentKey key) {
    return HexFormat.of().formatHex(key.commitment());
  }

  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new HashMap<>();
    try (Stream<Path> files = Files.walk(keys)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readString(file));
      }
    }
    return contents;
  }
}
