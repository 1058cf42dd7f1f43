package nl.uitweg.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key files of an installation.
 *
 * <pre>
 * public/NAME.public.json        public keyset of a municipality, of the care coordination or of recovery
 * public/form.json               symmetric keyset of the public form tokens
 * public/receipt.hex             salt and pepper of the receipt codes
 * private/kek.json               key-encryption key
 * private/index.json             key of the blind indexes, encrypted with the key-encryption key
 * private/desk.json              symmetric keyset of the desk's form tokens, encrypted likewise
 * private/NAME.private.json      private keyset, encrypted with the key-encryption key
 * offline/recovery.private.json  private recovery keyset; must be kept on another machine
 * </pre>
 *
 * <p>The public tier reads {@code public/}; {@code form.json} and {@code receipt.hex} in it are
 * secret.
 */
public final class KeyFolder {

  static final String RECOVERY = "recovery";
  static final String CARE = "care";
  static final String INDEX_KEY_FILE = "index.json";
  static final String DESK_KEY_FILE = "desk.json";
  static final int RECEIPT_SECRET_BYTES = 64;

  private KeyFolder() {}

  /**
   * Creates the key files that do not exist yet. Never changes existing keys.
   *
   * @param folder parent of {@code public/}, {@code private/} and {@code offline/}
   */
  public static void createIfMissing(Path folder, List<String> municipalities) {
    try {
      Path publicFolder = createDirectory(folder.resolve("public"));
      Path privateFolder = createDirectory(folder.resolve("private"));
      Path offline = createDirectory(folder.resolve("offline"));
      writeIfMissing(privateFolder.resolve("kek.json"), KeyFolder::newSymmetricKeyset);
      writeIfMissing(publicFolder.resolve("form.json"), KeyFolder::newSymmetricKeyset);
      writeIfMissing(
          publicFolder.resolve("receipt.hex"),
          () -> HexFormat.of().formatHex(Random.randBytes(RECEIPT_SECRET_BYTES)));
      Aead kek = readSymmetric(privateFolder.resolve("kek.json"));
      writeIfMissing(
          privateFolder.resolve(INDEX_KEY_FILE),
          () ->
              TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                  KeysetHandle.generateNew(Primitives.PRF), kek, associatedData("index")));
      writeIfMissing(
          privateFolder.resolve(DESK_KEY_FILE),
          () ->
              TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                  KeysetHandle.generateNew(Primitives.AES_256_GCM), kek, associatedData("desk")));
      for (String name : withCareCoordination(municipalities)) {
        if (!Files.exists(publicFolder.resolve(name + ".public.json"))) {
          KeysetHandle keyset = KeysetHandle.generateNew(Primitives.HPKE);
          writeIfMissing(
              privateFolder.resolve(name + ".private.json"),
              () ->
                  TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                      keyset, kek, associatedData(name)));
          writePublic(publicFolder, name, keyset);
        }
      }
      if (!Files.exists(publicFolder.resolve(RECOVERY + ".public.json"))) {
        KeysetHandle keyset = KeysetHandle.generateNew(Primitives.HPKE);
        writeIfMissing(
            offline.resolve(RECOVERY + ".private.json"),
            () -> TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        writePublic(publicFolder, RECOVERY, keyset);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The keys cannot be written", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys cannot be created", e);
    }
  }

  /** Adds the care coordination, which has a keyset of its own for referrals to it. */
  private static List<String> withCareCoordination(List<String> municipalities) {
    return Stream.concat(municipalities.stream(), Stream.of(CARE)).distinct().toList();
  }

  /**
   * Adds a new key to a keyset and makes it the primary key, with which new content keys are
   * wrapped. The old keys still unwrap older content keys.
   *
   * @param name a municipality or {@link Sealer#CARE}
   * @throws UncheckedIOException when the keyset does not exist or cannot be read or written
   * @throws IllegalStateException when the keyset cannot be decrypted
   */
  public static void rotate(Path folder, String name) {
    change(
        folder,
        name,
        old ->
            KeysetHandle.newBuilder(old)
                .addEntry(
                    KeysetHandle.generateEntryFromParameters(Primitives.HPKE)
                        .withRandomId()
                        .makePrimary())
                .build());
  }

  /**
   * Removes all keys of a keyset except the primary key. Content keys that were not rewrapped for
   * it can only be unwrapped with the recovery keyset.
   *
   * @param name a municipality or {@link Sealer#CARE}
   * @throws UncheckedIOException when the keyset does not exist or cannot be read or written
   * @throws IllegalStateException when the keyset cannot be decrypted
   */
  public static void retire(Path folder, String name) {
    change(
        folder,
        name,
        old -> {
          KeysetHandle.Entry primary = old.getPrimary();
          return KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(primary.getKey())
                      .withFixedId(primary.getId())
                      .makePrimary())
              .build();
        });
  }

  /** Describes every public keyset by name, number of keys and primary key, without secrets. */
  public static List<String> describe(Path folder) {
    return KeysetState.in(folder.resolve("public")).stream().map(KeysetState::describe).toList();
  }

  private static void change(Path folder, String name, KeysetChange change) {
    Path privateFolder = folder.resolve("private");
    Path file = privateFolder.resolve(name + ".private.json");
    try {
      Aead kek = readSymmetric(privateFolder.resolve("kek.json"));
      KeysetHandle changed =
          change.apply(
              TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  Files.readString(file), kek, associatedData(name)));
      replace(
          file,
          TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(changed, kek, associatedData(name)));
      replace(
          folder.resolve("public").resolve(name + ".public.json"),
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(changed.getPublicKeysetHandle()));
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset of " + name + " cannot be read or written", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset of " + name + " cannot be decrypted", e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary);
    restrict(temporary, "rw-------");
    Files.writeString(temporary, text);
    Files.move(
        temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String newSymmetricKeyset() throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        KeysetHandle.generateNew(Primitives.AES_256_GCM), InsecureSecretKeyAccess.get());
  }

  private static void writePublic(Path publicFolder, String name, KeysetHandle keyset)
      throws IOException, GeneralSecurityException {
    writeIfMissing(
        publicFolder.resolve(name + ".public.json"),
        () ->
            TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset.getPublicKeysetHandle()));
  }

  /** Reads a symmetric keyset. */
  static Aead readSymmetric(Path file) throws IOException, GeneralSecurityException {
    Primitives.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(file), InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Names of the keysets in a folder: the file names without the suffix. */
  static List<String> names(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The key folder " + folder + " cannot be read", e);
    }
  }

  /** Associated data that binds an encrypted key file to its name. */
  static byte[] associatedData(String name) {
    return ("uitweg/keyset/" + name).getBytes(StandardCharsets.UTF_8);
  }

  private static Path createDirectory(Path path) throws IOException {
    Files.createDirectories(path);
    restrict(path, "rwx------");
    return path;
  }

  private static void writeIfMissing(Path file, TextSupplier content)
      throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
      return;
    }
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary);
    restrict(temporary, "rw-------");
    Files.writeString(temporary, content.get());
    Files.move(temporary, file);
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private interface KeysetChange {
    KeysetHandle apply(KeysetHandle old) throws GeneralSecurityException;
  }

  private interface TextSupplier {
    String get() throws GeneralSecurityException;
  }
}
