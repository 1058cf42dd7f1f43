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
 * Seals with public keysets only; what it has sealed it cannot open. Its counterpart is {@link
 * Opener}.
 */
public final class Sealer {

  /** Name of the offline recovery keyset, a recipient of everything. */
  public static final String RECOVERY = KeyFolder.RECOVERY;

  /** Name of the keyset of the care coordination, a recipient of what is referred to it. */
  public static final String CARE = KeyFolder.CARE;

  private final Map<String, HybridEncrypt> recipients;

  private Sealer(Map<String, HybridEncrypt> recipients) {
    this.recipients = recipients;
  }

  /**
   * @param open the folder with public keysets
   * @throws IllegalStateException naming the keyset that is missing or broken
   */
  public static Sealer read(Path open) {
    Primitives.register();
    Map<String, HybridEncrypt> recipients = new LinkedHashMap<>();
    for (String name : KeyFolder.names(open, ".public.json")) {
      recipients.put(name, publicKeyset(open, name));
    }
    if (!recipients.containsKey(KeyFolder.RECOVERY)) {
      throw new IllegalStateException("The recovery keyset recovery.public.json is not in " + open);
    }
    return new Sealer(recipients);
  }

  /** Whether there is a public keyset with this name. */
  public boolean knows(String recipient) {
    return recipients.containsKey(recipient);
  }

  private static HybridEncrypt publicKeyset(Path open, String name) {
    Path file = open.resolve(name + ".public.json");
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
   * Wraps a content key for the given municipalities and always for recovery (HPKE, RFC 9180).
   *
   * @param what kind of key, {@code report} or {@code conversation}
   * @return recipient → version, commitment and HPKE ciphertext
   */
  public Map<String, byte[]> wrap(
      ContentKey key, String what, UUID id, Collection<String> municipalities) {
    Map<String, byte[]> wrapped = new LinkedHashMap<>();
    municipalities.forEach(name -> wrapped.put(name, wrapFor(name, key, what, id)));
    wrapped.put(KeyFolder.RECOVERY, wrapFor(KeyFolder.RECOVERY, key, what, id));
    return wrapped;
  }

  /** Wraps a content key for one recipient: version, commitment and HPKE ciphertext. */
  public byte[] wrapFor(String recipient, ContentKey key, String what, UUID id) {
    HybridEncrypt keyset = recipients.get(recipient);
    if (keyset == null) {
      throw new IllegalArgumentException("No public keyset for " + recipient);
    }
    try {
      return KeyEnvelope.frame(
          key.commitment(), keyset.encrypt(key.toByteArray(), context(recipient, what, id)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Wrapping failed", e);
    }
  }

  static byte[] context(String recipient, String what, UUID id) {
    return AssociatedData.of("key", what, id, recipient).encode(Format.CURRENT.version());
  }
}
