package nl.uitweg.architecture.violation.audit;

import com.google.crypto.tink.aead.AeadConfig;
import java.security.GeneralSecurityException;
import nl.uitweg.platform.sealing.ReceiptCode;

/** Violates two architecture rules on purpose, to test that they detect it. */
public final class DependsOnSealing {

  private DependsOnSealing() {}

  public static int groups(ReceiptCode receipt) throws GeneralSecurityException {
    AeadConfig.register();
    return receipt.groups().size();
  }
}
