package nl.uitweg.desk.referral.received;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.referral.ReferableReports;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Referrals;

/** Finds received referrals, and restricts the transaction to those that the user may read. */
@Singleton
class ReceivedReferrals {

  private final DatabaseAccess access;
  private final Referrals referrals;

  ReceivedReferrals(DatabaseAccess access, Referrals referrals) {
    this.access = access;
    this.referrals = referrals;
  }

  /**
   * Restricts the transaction to the referrals that this user may read. A user who is both care
   * coordinator and officer reads as care coordinator.
   *
   * @return names of the keysets with which the user may decrypt
   */
  List<String> restrictToReadableKeysets(Officer officer) {
    if (officer.roles().contains(Officer.CARE_COORDINATOR)) {
      access.asCareCoordination();
      return List.of(Sealer.CARE);
    }
    if (!officer.mayReadReports()) {
      throw new NotFoundException();
    }
    access.asDesk(officer.municipalities());
    return officer.municipalities();
  }

  Referrals.ReferralDetails find(String id, List<String> receivers) {
    return referrals
        .received(ReferableReports.parseId(id), receivers)
        .orElseThrow(NotFoundException::new);
  }
}
