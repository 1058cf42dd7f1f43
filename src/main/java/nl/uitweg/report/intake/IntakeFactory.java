package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.limits.ProcessorTime;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.image.ImageSettings;

/** Creates an {@link Intake} for the files of one submission. */
@Singleton
public class IntakeFactory {

  private final Sealer sealer;
  private final AttachmentLimits limits;
  private final ImageCleaner cleaner;
  private final ImageSettings images;
  private final ProcessorTime visitors;
  private final FileTypeDetector detector = new FileTypeDetector();

  IntakeFactory(
      Sealer sealer,
      AttachmentLimits limits,
      ImageCleaner cleaner,
      ImageSettings images,
      ProcessorTime visitors) {
    this.sealer = sealer;
    this.limits = limits;
    this.cleaner = cleaner;
    this.images = images;
    this.visitors = visitors;
  }

  /**
   * A new intake; the caller must close it.
   *
   * @param visitor who sends the files, and whose processor time their images use
   */
  public Intake start(Origin visitor) {
    Optional<VirusScanner> scanner =
        limits.clamd().map(address -> new VirusScanner(address, limits.scanTimeout()));
    SubmissionBudget budget =
        new SubmissionBudget(visitors, visitor, images.cpuTimePerSubmission());
    return new Intake(sealer, limits, detector, cleaner, budget, scanner);
  }
}
