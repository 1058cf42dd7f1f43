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

  private final Map<String, HybridEncrypt> recipients;

  private Sealer(Map<String, HybridEncrypt> recipients) {
    this.recipients = recipients;
  }

  /**
   * Reads the public keysets.
   *
   * @param publicFolder the folder with public keysets
   * @throws IllegalStateException naming the keyset that is missing or invalid
   */
  public static Sealer read(Path publicFolder) {
    Primitives.register();
    Map<String, HybridEncrypt> recipients = new LinkedHashMap<>();
    for (String name : KeyFolder.names(publicFolder, ".public.json")) {
      recipients.put(name, publicKeyset(publicFolder, name));
    }
    if (!recipients.containsKey(KeyFolder.RECOVERY)) {
      throw new IllegalStateException(
          "The recovery keyset recovery.public.json is not in " + publicFolder);
    }
    return new Sealer(recipients);
  }

  /** Whether there is a public keyset with this name. */
  public boolean knows(String recipient) {
    return recipients.containsKey(recipient);
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
   * Wraps a content key for the given municipalities and for recovery (HPKE, RFC 9180).
   *
   * @param keyType kind of key, {@code report} or {@code conversation}
   * @return wrapped keys by recipient, in the layout of {@link KeyEnvelope}
   */
  public Map<String, byte[]> wrap(
      ContentKey key, String keyType, UUID id, Collection<String> municipalities) {
    Map<String, byte[]> wrapped = new LinkedHashMap<>();
    municipalities.forEach(name -> wrapped.put(name, wrapFor(name, key, keyType, id)));
    wrapped.put(KeyFolder.RECOVERY, wrapFor(KeyFolder.RECOVERY, key, keyType, id));
    return wrapped;
  }

  /** Wraps a content key for one recipient, in the layout of {@link KeyEnvelope}. */
  public byte[] wrapFor(String recipient, ContentKey key, String keyType, UUID id) {
    HybridEncrypt keyset = recipients.get(recipient);
    if (keyset == null) {
      throw new IllegalArgumentException("No public keyset for " + recipient);
    }
    try {
      return KeyEnvelope.frame(
          key.commitment(), keyset.encrypt(key.toByteArray(), context(recipient, keyType, id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Wrapping failed", e);
    }
  }

  static byte[] context(String recipient, String keyType, UUID id) {
    return AssociatedData.of("key", keyType, id, recipient).encode(Format.CURRENT.version());
  }
}
