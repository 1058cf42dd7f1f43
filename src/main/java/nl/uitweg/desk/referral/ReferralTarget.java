package nl.uitweg.desk.referral;

import java.util.Optional;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Recipient;

/**
 * One option in the list of recipients.
 *
 * @param receiver name of the keyset of the receiver; empty when the recipient does not use this
 *     system
 */
record ReferralTarget(Recipient recipient, Optional<String> receiver) {

  private static final String MUNICIPALITY_PREFIX = Recipient.MUNICIPALITY.key() + "-";

  static ReferralTarget of(Recipient recipient) {
    return new ReferralTarget(
        recipient, recipient == Recipient.CARE ? Optional.of(Sealer.CARE) : Optional.empty());
  }

  static ReferralTarget municipality(String id) {
    return new ReferralTarget(Recipient.MUNICIPALITY, Optional.of(id));
  }

  /** The value of the field in the form. */
  String value() {
    return recipient == Recipient.MUNICIPALITY
        ? MUNICIPALITY_PREFIX + receiver.orElse("")
        : recipient.key();
  }
}
