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
 * public/form.json               symmetric keyset that seals the form in progress
 * public/receipt.hex             salt and pepper of the codes
 * private/kek.json               key-encryption key
 * private/index.json             key of the blind indexes, encrypted with the key-encryption key
 * private/desk.json              symmetric keyset of the desk's form tokens, encrypted likewise
 * private/NAME.private.json      private keyset, encrypted with the key-encryption key
 * offline/recovery.private.json  private recovery keyset; belongs on another machine
 * </pre>
 */
public final class KeyFolder {

  static final String RECOVERY = "recovery";
  static final String CARE = "care";
  static final String INDEX = "index.json";
  static final String DESK = "desk.json";
  static final int RECEIPT_SECRET_BYTES = 64;

  private KeyFolder() {}

  /**
   * Makes what is not there yet: for the demo and for tests. Existing keys are never touched.
   *
   * @param folder gets {@code public/}, {@code private/} and {@code offline/}
   */
  public static void createIfMissing(Path folder, List<String> municipalities) {
    try {
      Path open = directory(folder.resolve("public"));
      Path secret = directory(folder.resolve("private"));
      Path offline = directory(folder.resolve("offline"));
      write(secret.resolve("kek.json"), KeyFolder::newSymmetricKeyset);
      write(open.resolve("form.json"), KeyFolder::newSymmetricKeyset);
      write(
          open.resolve("receipt.hex"),
          () -> HexFormat.of().formatHex(Random.randBytes(RECEIPT_SECRET_BYTES)));
      Aead kek = symmetric(secret.resolve("kek.json"));
      write(
          secret.resolve(INDEX),
          () ->
              TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                  KeysetHandle.generateNew(Primitives.PRF), kek, label("index")));
      write(
          secret.resolve(DESK),
          () ->
              TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                  KeysetHandle.generateNew(Primitives.AES_256_GCM), kek, label("desk")));
      for (String municipality : withCare(municipalities)) {
        if (!Files.exists(open.resolve(municipality + ".public.json"))) {
          KeysetHandle keyset = KeysetHandle.generateNew(Primitives.HPKE);
          write(
              secret.resolve(municipality + ".private.json"),
              () ->
                  TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                      keyset, kek, label(municipality)));
          writePublic(open, municipality, keyset);
        }
      }
      if (!Files.exists(open.resolve(RECOVERY + ".public.json"))) {
        KeysetHandle keyset = KeysetHandle.generateNew(Primitives.HPKE);
        write(
            offline.resolve(RECOVERY + ".private.json"),
            () -> TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
        writePublic(open, RECOVERY, keyset);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The keys cannot be written", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keys cannot be made", e);
    }
  }

  /** The care coordination has a keyset of its own, for what is referred to it. */
  private static List<String> withCare(List<String> municipalities) {
    return Stream.concat(municipalities.stream(), Stream.of(CARE)).distinct().toList();
  }

  /**
   * Adds a new key to a municipality's keyset and makes it the one that new reports are sealed for;
   * the old keys keep opening what was sealed before.
   *
   * @throws IllegalStateException when the keyset is not there or does not open
   */
  public static void rotate(Path folder, String municipality) {
    change(
        folder,
        municipality,
        old ->
            KeysetHandle.newBuilder(old)
                .addEntry(
                    KeysetHandle.generateEntryFromParameters(Primitives.HPKE)
                        .withRandomId()
                        .makePrimary())
                .build());
  }

  /**
   * Removes all keys of a keyset but the one that new reports are sealed for; what was not wrapped
   * again for that one, only recovery opens.
   *
   * @throws IllegalStateException when the keyset is not there or does not open
   */
  public static void retire(Path folder, String municipality) {
    change(
        folder,
        municipality,
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

  /**
   * Name, number of keys and which one is used for new reports, of every public keyset; nothing
   * secret.
   */
  public static List<String> describe(Path folder) {
    return KeysetState.in(folder.resolve("public")).stream().map(KeysetState::line).toList();
  }

  private static void change(Path folder, String municipality, Change to) {
    Path secret = folder.resolve("private");
    Path file = secret.resolve(municipality + ".private.json");
    try {
      Aead kek = symmetric(secret.resolve("kek.json"));
      KeysetHandle changed =
          to.of(
              TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  Files.readString(file), kek, label(municipality)));
      replace(
          file,
          TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(changed, kek, label(municipality)));
      replace(
          folder.resolve("public").resolve(municipality + ".public.json"),
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(changed.getPublicKeysetHandle()));
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset of " + municipality + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset of " + municipality + " does not open", e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished);
    restrict(unfinished, "rw-------");
    Files.writeString(unfinished, text);
    Files.move(
        unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String newSymmetricKeyset() throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        KeysetHandle.generateNew(Primitives.AES_256_GCM), InsecureSecretKeyAccess.get());
  }

  private static void writePublic(Path open, String name, KeysetHandle keyset)
      throws IOException, GeneralSecurityException {
    write(
        open.resolve(name + ".public.json"),
        () ->
            TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset.getPublicKeysetHandle()));
  }

  /** Reads a symmetric keyset. */
  static Aead symmetric(Path file) throws IOException, GeneralSecurityException {
    Primitives.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(file), InsecureSecretKeyAccess.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Names of the keysets in a folder: the file names without this ending. */
  static List<String> names(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The key folder " + folder + " cannot be read", e);
    }
  }

  /** Associated data that ties an encrypted private keyset to its owner. */
  static byte[] label(String name) {
    return ("uitweg/keyset/" + name).getBytes(StandardCharsets.UTF_8);
  }

  private static Path directory(Path path) throws IOException {
    Files.createDirectories(path);
    restrict(path, "rwx------");
    return path;
  }

  private static void write(Path file, Text text) throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
      return;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished);
    restrict(unfinished, "rw-------");
    Files.writeString(unfinished, text.get());
    Files.move(unfinished, file);
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private interface Change {
    KeysetHandle of(KeysetHandle old) throws GeneralSecurityException;
  }

  private interface Text {
    String get() throws GeneralSecurityException;
  }
}
