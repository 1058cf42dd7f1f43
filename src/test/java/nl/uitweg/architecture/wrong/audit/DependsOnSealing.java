package nl.uitweg.architecture.wrong.audit;

import com.google.crypto.tink.aead.AeadConfig;
import java.security.GeneralSecurityException;
import nl.uitweg.platform.sealing.Receipt;

/** Breaks two rules on purpose, to show that they bite. */
public final class DependsOnSealing {

  private DependsOnSealing() {}

  public static int groups(Receipt receipt) throws GeneralSecurityException {
    AeadConfig.register();
    return receipt.groups().size();
  }
}
