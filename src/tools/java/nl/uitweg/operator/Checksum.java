package nl.uitweg.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a backup in a file beside it, as {@code sha256sum} writes and checks it. {@code
 * pg_restore} does not notice damage in the part of a backup that is not compressed. It protects
 * against damage only: whoever can change the backup can change this file too.
 */
final class Checksum {

  private Checksum() {}

  /** The file with the checksum of a backup. */
  static Path fileOf(Path backup) {
    return backup.resolveSibling(backup.getFileName() + ".sha256");
  }

  /** Writes the file with the checksum. */
  static void write(Path backup) throws IOException {
    Files.writeString(fileOf(backup), line(backup));
  }

  /**
   * Compares the backup with its checksum.
   *
   * @return whether there is a checksum
   * @throws IllegalStateException when the backup does not match it
   */
  static boolean verify(Path backup) throws IOException {
    Path file = fileOf(backup);
    if (!Files.exists(file)) {
      return false;
    }
    String expected = Files.readString(file).split(" ", 2)[0];
    if (!line(backup).startsWith(expected + " ")) {
      throw new IllegalStateException(
          "The backup is damaged: it does not match " + file + ". Nothing was restored.");
    }
    return true;
  }

  private static String line(Path backup) throws IOException {
    try (InputStream file = Files.newInputStream(backup);
        DigestInputStream digested =
            new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      String hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      return hash + "  " + backup.getFileName() + "\n";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }
}
