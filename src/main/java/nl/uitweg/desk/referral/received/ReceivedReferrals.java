package nl.uitweg.desk.referral.received;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Referrals;

/**
 * Finds received referrals in the caller's transaction, which must be restricted to {@code
 * DeskAction.Rows.RECEIVED_REFERRALS}.
 */
@Singleton
class ReceivedReferrals {

  private final Referrals referrals;

  ReceivedReferrals(Referrals referrals) {
    this.referrals = referrals;
  }

  /**
   * Names of the keysets with which this user may decrypt. A user who is both care coordinator and
   * officer reads as care coordinator.
   */
  List<String> readableKeysets(Officer officer) {
    return officer.roles().contains(Officer.CARE_COORDINATOR)
        ? List.of(Sealer.CARE)
        : officer.municipalities();
  }

  /**
   * Finds a referral that one of these keysets can decrypt.
   *
   * @throws NotFoundException when there is none with this id
   */
  Referrals.ReferralDetails find(String id, List<String> keysets) {
    return referrals
        .received(ReportInAddress.parseId(id), keysets)
        .orElseThrow(NotFoundException::new);
  }
}
