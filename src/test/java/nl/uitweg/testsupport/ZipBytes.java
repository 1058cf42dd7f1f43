package nl.uitweg.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds ZIP files. */
final class ZipBytes {

  private static final int FLAGS_OFFSET = 6;

  private ZipBytes() {}

  /**
   * @param entries names (text) and contents (bytes) in turn
   */
  static byte[] of(Object... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (int i = 0; i < entries.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) entries[i]));
        zip.write((byte[]) entries[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The same ZIP with a header that says that its first entry is encrypted. */
  static byte[] encrypted(byte[] zip) {
    byte[] encrypted = zip.clone();
    encrypted[FLAGS_OFFSET] |= 1;
    return encrypted;
  }
}
