package nl.uitweg.report.intake;

import java.io.IOException;
import nl.uitweg.platform.sealing.ContentKey;

/** A file that arrived and is sealed; its content is no longer in memory. */
public final class ReceivedFile {

  private static final int CHUNK = 1024 * 1024;

  private final String name;
  private final FileKind kind;
  private final int size;
  private final boolean cleaned;
  private final boolean scanned;
  private final ContentKey key;
  private final byte[] digest;
  private final Spool spool;

  ReceivedFile(
      String name,
      FileKind kind,
      int size,
      boolean cleaned,
      boolean scanned,
      ContentKey key,
      byte[] digest,
      Spool spool) {
    this.name = name;
    this.kind = kind;
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

  public FileKind kind() {
    return kind;
  }

  /** Of the content, in bytes. */
  public int size() {
    return size;
  }

  /** Whether place, time and device were taken out. */
  public boolean cleaned() {
    return cleaned;
  }

  /** Whether a virus scanner looked at it and found nothing. */
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

  /** How many pieces the sealed file has. */
  public int chunks() throws IOException {
    return (int) ((spool.size() + CHUNK - 1) / CHUNK);
  }

  /** A piece of the sealed file, at most 1 MiB. */
  public byte[] chunk(int position) throws IOException {
    return spool.read((long) position * CHUNK, CHUNK);
  }

  void close() throws IOException {
    spool.close();
  }
}
