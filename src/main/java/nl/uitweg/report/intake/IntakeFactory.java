package nl.uitweg.report.intake;

import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import nl.uitweg.platform.sealing.Sealer;

/** Creates an {@link Intake} for the files of one submission. */
@Singleton
public class IntakeFactory {

  private final Sealer sealer;
  private final AttachmentLimits limits;
  private final ImageCleaner cleaner;
  private final FileTypeDetector detector = new FileTypeDetector();
  private final Bucket bytesPerDay;

  IntakeFactory(Sealer sealer, AttachmentLimits limits, ImageCleaner cleaner) {
    this.sealer = sealer;
    this.limits = limits;
    this.cleaner = cleaner;
    this.bytesPerDay =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(limits.perDay())
                        .refillGreedy(limits.perDay(), Duration.ofDays(1)))
            .build();
  }

  /** A new intake; the caller must close it. */
  public Intake start() {
    Optional<VirusScanner> scanner =
        limits.clamd().map(address -> new VirusScanner(address, limits.scanWithin()));
    return new Intake(sealer, limits, bytesPerDay, detector, cleaner, scanner);
  }
}
