package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.referral.Recipient;
import nl.uitweg.referral.Referrals;
import nl.uitweg.region.Region;
import nl.uitweg.report.Consent;
import nl.uitweg.report.Report;

/** What can be chosen when a report is referred: recipients, purposes, legal bases. */
@Singleton
class ReferralOptions {

  static final String OTHER = "other";

  /** The officer names the law and the article. */
  static final String STATED = "stated";

  static final String CONSENT = "consent";
  static final String REPORTING_CODE = "meldcode";

  static final List<String> PURPOSES =
      List.of("help", "child", "investigate", "work", "barriers", "place", OTHER);

  /**
   * The policy document names no article for the sharing of data, so neither does this list: where
   * it names a ground (Bijlage 4, the reporting code) it is here, for all else the officer states
   * it.
   */
  static final List<String> BASES = List.of(CONSENT, REPORTING_CODE, STATED);

  private final Region region;
  private final Referrals referrals;
  private final ReportTexts reportTexts;

  ReferralOptions(Region region, Referrals referrals, ReportTexts reportTexts) {
    this.region = region;
    this.referrals = referrals;
    this.reportTexts = reportTexts;
  }

  /** To whom this report can be referred, in the order of the form. */
  List<ReferralTarget> targets(Report report) {
    List<ReferralTarget> targets = new ArrayList<>();
    for (Recipient recipient : Recipient.values()) {
      if (recipient == Recipient.MUNICIPALITY) {
        region.ids().stream()
            .filter(id -> !report.municipality().equals(Optional.of(id)))
            .map(ReferralTarget::municipality)
            .forEach(targets::add);
      } else {
        targets.add(ReferralTarget.of(recipient));
      }
    }
    targets.removeIf(target -> !target.receiver().map(referrals::reaches).orElse(true));
    return targets;
  }

  Optional<ReferralTarget> target(String value, Report report) {
    return targets(report).stream().filter(one -> one.value().equals(value)).findFirst();
  }

  /** Whether this ground can carry this referral. */
  static boolean fits(String basis, Consent consent, Optional<ReferralTarget> target) {
    return switch (basis) {
      case CONSENT -> consent == Consent.SHARE;
      case REPORTING_CODE ->
          target.map(ReferralTarget::recipient).equals(Optional.of(Recipient.VEILIG_THUIS));
      default -> true;
    };
  }

  String name(Recipient recipient, Optional<String> receiver, Texts texts) {
    return recipient == Recipient.MUNICIPALITY
        ? texts.get(
            "referral.to.municipality", reportTexts.municipality(receiver.orElse(""), texts))
        : texts.get("referral.to." + recipient.key());
  }
}
