package nl.uitweg.report.intake;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Health of the virus scanner, for the page of the administrator. */
@Singleton
public class ScannerState {

  private final AttachmentLimits limits;

  ScannerState(AttachmentLimits limits) {
    this.limits = limits;
  }

  /** Whether the scanner answers {@code zPING}; empty when no scanner is configured. */
  public Optional<Boolean> isReachable() {
    return limits.clamd().map(address -> new VirusScanner(address, limits.scanTimeout()).ping());
  }
}
