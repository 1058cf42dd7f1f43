package nl.uitweg.desk.referral;

import java.util.Optional;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Recipient;

/**
 * One line in the list of recipients.
 *
 * @param receiver name of the keyset, when the recipient works in this system
 */
record Target(Recipient recipient, Optional<String> receiver) {

  private static final String MUNICIPALITY = Recipient.MUNICIPALITY.key() + "-";

  static Target of(Recipient recipient) {
    return new Target(
        recipient, recipient == Recipient.CARE ? Optional.of(Sealer.CARE) : Optional.empty());
  }

  static Target municipality(String id) {
    return new Target(Recipient.MUNICIPALITY, Optional.of(id));
  }

  /** The value of the field in the form. */
  String value() {
    return recipient == Recipient.MUNICIPALITY
        ? MUNICIPALITY + receiver.orElse("")
        : recipient.key();
  }
}
