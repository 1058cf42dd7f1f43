package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.platform.sealing.Sealer;

/** Creates an {@link Intake} for the files of one submission. */
@Singleton
public class IntakeFactory {

  private final Sealer sealer;
  private final AttachmentLimits limits;
  private final ImageCleaner cleaner;
  private final FileTypeDetector detector = new FileTypeDetector();

  IntakeFactory(Sealer sealer, AttachmentLimits limits, ImageCleaner cleaner) {
    this.sealer = sealer;
    this.limits = limits;
    this.cleaner = cleaner;
  }

  /** A new intake; the caller must close it. */
  public Intake start() {
    Optional<VirusScanner> scanner =
        limits.clamd().map(address -> new VirusScanner(address, limits.scanTimeout()));
    return new Intake(sealer, limits, detector, cleaner, scanner);
  }
}
