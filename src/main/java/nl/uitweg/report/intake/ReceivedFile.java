package nl.uitweg.report.intake;

import java.io.IOException;
import nl.uitweg.platform.sealing.ContentKey;

/** A received and sealed file. Its content is in a temporary file and no longer in memory. */
public final class ReceivedFile {

  private static final int CHUNK_BYTES = 1024 * 1024;

  private final String name;
  private final FileType type;
  private final int size;
  private final boolean cleaned;
  private final boolean scanned;
  private final ContentKey key;
  private final byte[] digest;
  private final Spool spool;

  ReceivedFile(
      String name,
      FileType type,
      int size,
      boolean cleaned,
      boolean scanned,
      ContentKey key,
      byte[] digest,
      Spool spool) {
    this.name = name;
    this.type = type;
    this.size = size;
    this.cleaned = cleaned;
    this.scanned = scanned;
    this.key = key;
    this.digest = digest;
    this.spool = spool;
  }

  public String name() {
    return name;
  }

  public FileType type() {
    return type;
  }

  /** Size of the plaintext content, in bytes. */
  public int size() {
    return size;
  }

  /** Whether location, time and device metadata were removed. */
  public boolean cleaned() {
    return cleaned;
  }

  /** Whether a virus scanner checked the file and found nothing. */
  public boolean scanned() {
    return scanned;
  }

  public ContentKey key() {
    return key;
  }

  /** SHA-256 of name and content. */
  public byte[] digest() {
    return digest.clone();
  }

  /** Number of chunks of the sealed file. */
  public int chunks() throws IOException {
    return (int) ((spool.size() + CHUNK_BYTES - 1) / CHUNK_BYTES);
  }

  /** A chunk of the sealed file, at most 1 MiB; positions are counted from 0. */
  public byte[] chunk(int position) throws IOException {
    return spool.read((long) position * CHUNK_BYTES, CHUNK_BYTES);
  }

  void close() throws IOException {
    spool.close();
  }
}
