package nl.uitweg.platform.sealing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The derivation of codes in the shared servers of the tests: the same functions with the lowest
 * cost, because hundreds of reports are sent and the cost would take a third of the time. {@link
 * FormatTest} tests the cost of the product, and the tests that start the packaged application use
 * it.
 */
@ApplicationScoped
public class FastReceiptDerivation {

  static final ReceiptDerivation.Cost LOWEST = new ReceiptDerivation.Cost(8, 1);

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  ReceiptDerivation receiptDerivation(KeySettings keys) {
    return ReceiptDerivation.read(SealingConfiguration.publicFolder(keys), LOWEST);
  }
}
