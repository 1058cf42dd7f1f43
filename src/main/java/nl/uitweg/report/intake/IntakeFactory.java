package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.platform.sealing.Sealer;

/** Starts the receiving of the files of one sending. */
@Singleton
public class IntakeFactory {

  private final Sealer sealer;
  private final AttachmentLimits limits;
  private final ImageCleaner cleaner;
  private final FileKinds kinds = new FileKinds();

  IntakeFactory(Sealer sealer, AttachmentLimits limits, ImageCleaner cleaner) {
    this.sealer = sealer;
    this.limits = limits;
    this.cleaner = cleaner;
  }

  /** To be closed by the caller. */
  public Intake start() {
    Optional<VirusScanner> scanner =
        limits.clamd().map(address -> new VirusScanner(address, limits.scanWithin()));
    return new Intake(sealer, limits, kinds, cleaner, scanner);
  }
}
