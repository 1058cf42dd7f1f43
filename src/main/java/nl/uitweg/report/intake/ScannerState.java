package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether there is a virus scanner and whether it answers; for the administrator. */
@Singleton
public class ScannerState {

  private final AttachmentLimits limits;

  ScannerState(AttachmentLimits limits) {
    this.limits = limits;
  }

  /** Empty when no scanner is configured; asks the daemon with {@code zPING}. */
  public Optional<Boolean> answers() {
    return limits.clamd().map(address -> new VirusScanner(address, limits.scanWithin()).answers());
  }
}
