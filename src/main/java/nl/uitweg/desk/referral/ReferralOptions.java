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
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;

/** What can be chosen when a report is referred: recipients, purposes, legal bases. */
@Singleton
public class ReferralOptions {

  static final String OTHER = "other";

  /** The officer names the law and the article. */
  static final String STATED = "stated";

  static final String CONSENT = "consent";
  static final String REPORTING_CODE = "meldcode";

  /** The victim agrees; the officer says when and how. */
  static final String VICTIM = "victim";

  static final List<String> PURPOSES =
      List.of(
          "help",
          "child",
          "discuss",
          "register",
          "investigate",
          "work",
          "barriers",
          "place",
          OTHER);

  /**
   * The policy document names no article for the sharing of data, so neither does this list: where
   * it names a ground (Bijlage 4, the reporting code) it is here, for all else the officer states
   * it. Beside them is the consent of the victim (AVG).
   */
  static final List<String> BASES = List.of(CONSENT, VICTIM, REPORTING_CODE, STATED);

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

  /** Whether the officer has to write down what the ground is. */
  static boolean mustState(String basis) {
    return basis.equals(STATED) || basis.equals(VICTIM);
  }

  /**
   * Whether this recipient may get who the reporter is, if the reporter allows it: that holds for
   * who can help, and the RIEC and the crime line do not help.
   */
  static boolean mayKnowReporter(Optional<ReferralTarget> target) {
    return target
        .map(ReferralTarget::recipient)
        .filter(one -> one == Recipient.RIEC || one == Recipient.MMA)
        .isEmpty();
  }

  /** Whether this ground can carry this referral: nobody is registered who did not agree. */
  static boolean fits(String basis, Consent consent, Optional<ReferralTarget> target) {
    if (target.map(ReferralTarget::recipient).equals(Optional.of(Recipient.COMENSHA))) {
      return basis.equals(VICTIM);
    }
    return switch (basis) {
      case CONSENT -> consent == Consent.SHARE;
      case REPORTING_CODE ->
          target.map(ReferralTarget::recipient).equals(Optional.of(Recipient.VEILIG_THUIS));
      default -> true;
    };
  }

  public String name(Recipient recipient, Optional<String> receiver, Texts texts) {
    return recipient == Recipient.MUNICIPALITY
        ? texts.get(
            "referral.to.municipality", reportTexts.municipalityName(receiver.orElse(""), texts))
        : texts.get("referral.to." + recipient.key());
  }
}
