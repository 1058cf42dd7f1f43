package nl.uitweg.report.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.SealedFile;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.intake.FileProblem.Reason;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.TaggedInputStream;
import org.apache.commons.io.input.TeeInputStream;
import org.jboss.logging.Logger;

/**
 * Takes the files of one sending, one after the other as they arrive. A file is sealed while it
 * streams by; an image is in memory whole, because it is drawn anew.
 */
public final class Intake implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int LOOK_AHEAD = 64 * 1024;
  private static final int LONGEST_NAME = 120;

  private final Sealer sealer;
  private final AttachmentLimits limits;
  private final FileKinds kinds;
  private final ImageCleaner cleaner;
  private final Optional<VirusScanner> scanner;
  private final List<ReceivedFile> files = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private boolean silent;

  Intake(
      Sealer sealer,
      AttachmentLimits limits,
      FileKinds kinds,
      ImageCleaner cleaner,
      Optional<VirusScanner> scanner) {
    this.sealer = sealer;
    this.limits = limits;
    this.kinds = kinds;
    this.cleaner = cleaner;
    this.scanner = scanner;
  }

  /**
   * Takes one file; what is wrong with it is among {@link #problems}. The stream is read to its
   * end, so that a browser that is still sending sees our answer.
   *
   * @throws IOException when the connection breaks or the sealed file cannot be kept
   */
  public void add(String fileName, InputStream content) throws IOException {
    String name = name(fileName);
    BoundedInputStream counted =
        BoundedInputStream.builder()
            .setInputStream(content)
            .setMaxCount(limits.size() + 1L)
            .setPropagateClose(false)
            .get();
    BufferedInputStream stream = new BufferedInputStream(counted, LOOK_AHEAD);
    stream.mark(1);
    if (stream.read() < 0) {
      return; // nothing chosen
    }
    stream.reset();
    Optional<FileKind> kind = kinds.of(stream, name);
    if (files.size() >= limits.atOnce()) {
      problems.add(new FileProblem(Reason.TOO_MANY, name));
    } else if (kind.isEmpty()) {
      problems.add(new FileProblem(Reason.KIND, name));
    } else if (kind.get().cleanable()) {
      image(name, kind.get(), stream.readAllBytes());
    } else {
      seal(name, kind.get(), false, stream);
    }
    content.transferTo(OutputStream.nullOutputStream());
  }

  private void image(String name, FileKind kind, byte[] content) throws IOException {
    if (content.length > limits.size()) {
      problems.add(new FileProblem(Reason.TOO_LARGE, name));
      return;
    }
    Optional<ImageCleaner.Clean> clean = cleaner.clean(content);
    byte[] kept = clean.map(ImageCleaner.Clean::content).orElse(content);
    FileKind keptKind = clean.map(ImageCleaner.Clean::kind).orElse(kind);
    seal(name, keptKind, clean.isPresent(), new ByteArrayInputStream(kept));
  }

  private void seal(String name, FileKind kind, boolean cleaned, InputStream content)
      throws IOException {
    Spool spool = new Spool();
    boolean keep = false;
    try {
      ContentKey key = sealer.freshKey();
      MessageDigest digest = sha256();
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      BoundedInputStream counted =
          BoundedInputStream.builder().setInputStream(new DigestInputStream(content, digest)).get();
      ScanResult result;
      try (OutputStream sealing = SealedFile.sealing(key, spool.output())) {
        TaggedInputStream read = new TaggedInputStream(new TeeInputStream(counted, sealing));
        result = scan(read);
        read.transferTo(OutputStream.nullOutputStream());
      }
      if (!cleaned && counted.getCount() > limits.size()) {
        problems.add(new FileProblem(Reason.TOO_LARGE, name));
      } else if (result == ScanResult.INFECTED) {
        problems.add(new FileProblem(Reason.INFECTED, name));
      } else {
        boolean scanned = result == ScanResult.NOTHING_FOUND;
        files.add(
            new ReceivedFile(
                name,
                kind,
                (int) counted.getCount(),
                cleaned,
                scanned,
                key,
                digest.digest(),
                spool));
        keep = true;
      }
    } finally {
      if (!keep) {
        spool.close();
      }
    }
  }

  private enum ScanResult {
    NOT_SCANNED,
    NOTHING_FOUND,
    INFECTED
  }

  /**
   * A scanner that does not answer never stops a report: the officer is told that it was not
   * scanned. One that stays silent is not asked again in the same sending.
   */
  private ScanResult scan(TaggedInputStream content) throws IOException {
    if (scanner.isEmpty() || silent) {
      return ScanResult.NOT_SCANNED;
    }
    try {
      return scanner.get().infected(content) ? ScanResult.INFECTED : ScanResult.NOTHING_FOUND;
    } catch (IOException e) {
      content.throwIfCauseOf(e);
      silent = e instanceof SocketTimeoutException;
      LOG.warnf("The virus scanner does not answer: %s", e.getClass().getSimpleName());
      return ScanResult.NOT_SCANNED;
    }
  }

  public List<ReceivedFile> files() {
    return List.copyOf(files);
  }

  /**
   * What is wrong with the files that came.
   *
   * @param agreed whether the visitor agreed to send what may hold place, time or device
   */
  public List<FileProblem> problems(boolean agreed) {
    List<FileProblem> all = new ArrayList<>(problems);
    if (!agreed) {
      files.stream()
          .filter(file -> !file.cleaned() && file.kind() != FileKind.TEXT)
          .map(file -> new FileProblem(Reason.NOT_CLEANABLE, file.name()))
          .forEach(all::add);
    }
    return all;
  }

  @Override
  public void close() {
    for (ReceivedFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        LOG.warnf("A sealed temporary file cannot be removed: %s", e.getClass().getSimpleName());
      }
    }
  }

  /** The last part of what the browser calls the file, without what no file name holds. */
  private static String name(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "_").strip();
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
