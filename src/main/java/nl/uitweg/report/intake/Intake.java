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
import nl.uitweg.report.image.ImageBudget;
import nl.uitweg.report.intake.FileProblem.Reason;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.TaggedInputStream;
import org.apache.commons.io.input.TeeInputStream;
import org.jboss.logging.Logger;

/**
 * Receives the files of one submission, one after the other as they arrive. A file is sealed while
 * it streams through; an image is held in memory, because it is re-encoded.
 */
public final class Intake implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Intake.class);
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int MAX_NAME_LENGTH = 120;

  private final Sealer sealer;
  private final AttachmentLimits limits;
  private final FileTypeDetector detector;
  private final ImageCleaner cleaner;
  private final ImageBudget budget;
  private final Optional<VirusScanner> scanner;
  private final List<ReceivedFile> files = new ArrayList<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private boolean scannerTimedOut;

  Intake(
      Sealer sealer,
      AttachmentLimits limits,
      FileTypeDetector detector,
      ImageCleaner cleaner,
      ImageBudget budget,
      Optional<VirusScanner> scanner) {
    this.sealer = sealer;
    this.limits = limits;
    this.detector = detector;
    this.cleaner = cleaner;
    this.budget = budget;
    this.scanner = scanner;
  }

  /**
   * Receives one file. If it is not accepted, {@link #problems} reports why. Reads the stream to
   * its end, because a browser that is still sending does not show the response.
   *
   * @throws IOException when the connection fails or the sealed file cannot be written
   */
  public void add(String fileName, InputStream content) throws IOException {
    String name = sanitize(fileName);
    BoundedInputStream counted =
        BoundedInputStream.builder()
            .setInputStream(content)
            .setMaxCount(limits.size() + 1L)
            .setPropagateClose(false)
            .get();
    BufferedInputStream stream = new BufferedInputStream(counted, BUFFER_BYTES);
    stream.mark(1);
    if (stream.read() < 0) {
      if (!name.isEmpty()) { // a file field without a file has no name
        problems.add(new FileProblem(Reason.EMPTY, name));
      }
      return;
    }
    stream.reset();
    Optional<FileType> type = detector.detect(stream, name);
    if (files.size() >= limits.atOnce()) {
      problems.add(new FileProblem(Reason.TOO_MANY, name));
    } else if (type.isEmpty()) {
      problems.add(new FileProblem(Reason.KIND, name));
    } else if (type.get().cleanable()) {
      addImage(name, type.get(), stream.readAllBytes());
    } else {
      seal(name, type.get(), false, stream);
    }
    content.transferTo(OutputStream.nullOutputStream());
  }

  private void addImage(String name, FileType type, byte[] content) throws IOException {
    if (content.length > limits.size()) {
      problems.add(new FileProblem(Reason.TOO_LARGE, name));
      return;
    }
    Optional<ImageCleaner.CleanImage> clean = cleaner.clean(content, budget);
    byte[] result = clean.map(ImageCleaner.CleanImage::content).orElse(content);
    FileType resultType = clean.map(ImageCleaner.CleanImage::type).orElse(type);
    seal(name, resultType, clean.isPresent(), new ByteArrayInputStream(result));
  }

  private void seal(String name, FileType type, boolean cleaned, InputStream content)
      throws IOException {
    Spool spool = new Spool();
    boolean accepted = false;
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
                type,
                (int) counted.getCount(),
                cleaned,
                scanned,
                key,
                digest.digest(),
                spool));
        accepted = true;
      }
    } finally {
      if (!accepted) {
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
   * Scans a file. A scanner that fails does not stop a report; the officer sees that the file was
   * not scanned. After a time-out the scanner is not used again for the same submission.
   */
  private ScanResult scan(TaggedInputStream content) throws IOException {
    if (scanner.isEmpty() || scannerTimedOut) {
      return ScanResult.NOT_SCANNED;
    }
    try {
      return scanner.get().isInfected(content) ? ScanResult.INFECTED : ScanResult.NOTHING_FOUND;
    } catch (IOException e) {
      content.throwIfCauseOf(e);
      scannerTimedOut = e instanceof SocketTimeoutException;
      LOG.warnf(
          "The virus scanner failed, so a file was not scanned: %s", e.getClass().getSimpleName());
      return ScanResult.NOT_SCANNED;
    }
  }

  /** The accepted files. */
  public List<ReceivedFile> files() {
    return List.copyOf(files);
  }

  /**
   * The problems with the received files.
   *
   * @param agreed whether the visitor agreed to send files that may contain location, time or
   *     device metadata
   */
  public List<FileProblem> problems(boolean agreed) {
    List<FileProblem> all = new ArrayList<>(problems);
    if (!agreed) {
      files.stream()
          .filter(file -> !file.cleaned() && file.type() != FileType.TEXT)
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
        LOG.warnf("A sealed temporary file cannot be deleted: %s", e.getClass().getSimpleName());
      }
    }
  }

  /**
   * Last path segment of the file name that the browser sent, with characters replaced that are not
   * allowed in file names. Of a long name only the end is kept, which has the extension.
   */
  private static String sanitize(String fileName) {
    String lastSegment =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String cleaned = lastSegment.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "_").strip();
    return cleaned.length() <= MAX_NAME_LENGTH
        ? cleaned
        : cleaned.substring(cleaned.length() - MAX_NAME_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime does not support SHA-256", e);
    }
  }
}
