package nl.uitweg.platform.sealing;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Wraps content keys with public keysets. It cannot unwrap them; its counterpart {@link Opener}
 * can.
 */
public final class Sealer {

  /** Name of the offline recovery keyset, for which every key is wrapped. */
  public static final String RECOVERY = KeyFolder.RECOVERY;

  /** Name of the keyset of the care coordination, for which keys of referrals to it are wrapped. */
  public static final String CARE = KeyFolder.CARE;

  private final Map<String, HybridEncrypt> keysets;

  private Sealer(Map<String, HybridEncrypt> keysets) {
    this.keysets = keysets;
  }

  /**
   * Reads the public keysets.
   *
   * @param publicFolder the folder with public keysets
   * @throws UncheckedIOException naming the public keyset that cannot be read
   * @throws IllegalStateException when the recovery keyset is missing or a keyset is not valid
   */
  public static Sealer read(Path publicFolder) {
    Primitives.register();
    Map<String, HybridEncrypt> keysets = new LinkedHashMap<>();
    for (String name : KeyFolder.names(publicFolder, ".public.json")) {
      keysets.put(name, publicKeyset(publicFolder, name));
    }
    if (!keysets.containsKey(KeyFolder.RECOVERY)) {
      throw new IllegalStateException(
          "The recovery keyset recovery.public.json is not in " + publicFolder);
    }
    return new Sealer(keysets);
  }

  /** Whether there is a public keyset with this name. */
  public boolean hasKeyset(String keysetName) {
    return keysets.containsKey(keysetName);
  }

  private static HybridEncrypt publicKeyset(Path publicFolder, String name) {
    Path file = publicFolder.resolve(name + ".public.json");
    try {
      return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file))
          .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The public keyset " + file + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The public keyset " + file + " is not valid", e);
    }
  }

  public ContentKey freshKey() {
    return ContentKey.fresh();
  }

  /**
   * Wraps a content key for the given keysets and for recovery (HPKE, RFC 9180).
   *
   * @param keyName name of the key within the object, for example {@code report}, {@code
   *     conversation} or {@code notes}; needed again to unwrap it
   * @param id id of the object that the key belongs to
   * @param keysetNames municipalities, or {@link #CARE}
   * @return wrapped keys by name of the keyset, in the layout of {@link KeyEnvelope}
   */
  public Map<String, byte[]> wrap(
      ContentKey key, String keyName, UUID id, Collection<String> keysetNames) {
    Map<String, byte[]> wrapped = new LinkedHashMap<>();
    keysetNames.forEach(name -> wrapped.put(name, wrapFor(name, key, keyName, id)));
    wrapped.put(KeyFolder.RECOVERY, wrapFor(KeyFolder.RECOVERY, key, keyName, id));
    return wrapped;
  }

  /**
   * Wraps a content key for one keyset, in the layout of {@link KeyEnvelope}.
   *
   * @throws IllegalArgumentException when there is no public keyset with this name
   */
  public byte[] wrapFor(String keysetName, ContentKey key, String keyName, UUID id) {
    HybridEncrypt keyset = keysets.get(keysetName);
    if (keyset == null) {
      throw new IllegalArgumentException("No public keyset for " + keysetName);
    }
    try {
      return KeyEnvelope.frame(
          key.commitment(), keyset.encrypt(key.toByteArray(), context(keysetName, keyName, id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Wrapping failed", e);
    }
  }

  static byte[] context(String keysetName, String keyName, UUID id) {
    return AssociatedData.of("key", keyName, id, keysetName).encode(Format.CURRENT.version());
  }
}
