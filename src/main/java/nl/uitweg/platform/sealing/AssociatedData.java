package nl.uitweg.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Associated data (AEAD) of a ciphertext: its kind and the objects it belongs to. It is
 * authenticated, not encrypted, so content can be decrypted only with the associated data it was
 * sealed with. Each part is preceded by its length, so that the boundaries between parts are
 * unambiguous.
 *
 * @param kind kind of content, for example {@code message}
 * @param parts what the content belongs to, in an order that never changes within a format version
 */
public record AssociatedData(String kind, List<String> parts) {

  public AssociatedData {
    parts = List.copyOf(parts);
  }

  /** Parts are ids, numbers, days and words; each is written as its {@code toString}. */
  public static AssociatedData of(String kind, Object... parts) {
    return new AssociatedData(kind, Stream.of(parts).map(Object::toString).toList());
  }

  byte[] encode(byte version) {
    StringBuilder text = new StringBuilder("uitweg/").append(version);
    Stream.concat(Stream.of(kind), parts.stream())
        .forEach(part -> text.append('/').append(part.length()).append(':').append(part));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
