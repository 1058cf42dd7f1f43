package nl.uitweg.desk.referral.received;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import nl.uitweg.desk.ReportInAddress;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Referrals;

/** Finds received referrals in the caller's transaction, which sees those of the user only. */
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

  Referrals.ReferralDetails find(String id, List<String> receivers) {
    return referrals
        .received(ReportInAddress.parseId(id), receivers)
        .orElseThrow(NotFoundException::new);
  }
}
