package nl.uitweg.backoffice.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.backoffice.ReportTexts;
import nl.uitweg.language.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.signal.Consent;
import nl.uitweg.signal.Signal;
import nl.uitweg.signal.referral.Recipient;
import nl.uitweg.signal.referral.Referrals;

/** What can be chosen when a report is handed over: recipients, purposes, legal bases. */
@Singleton
class Choices {

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
  private final ReportTexts texts;

  Choices(Region region, Referrals referrals, ReportTexts texts) {
    this.region = region;
    this.referrals = referrals;
    this.texts = texts;
  }

  /** To whom this report can be handed over, in the order of the form. */
  List<Target> targets(Signal signal) {
    List<Target> targets = new ArrayList<>();
    for (Recipient recipient : Recipient.values()) {
      if (recipient == Recipient.MUNICIPALITY) {
        region.ids().stream()
            .filter(id -> !signal.municipality().equals(Optional.of(id)))
            .map(Target::municipality)
            .forEach(targets::add);
      } else {
        targets.add(Target.of(recipient));
      }
    }
    targets.removeIf(target -> !target.receiver().map(referrals::reaches).orElse(true));
    return targets;
  }

  Optional<Target> target(String value, Signal signal) {
    return targets(signal).stream().filter(one -> one.value().equals(value)).findFirst();
  }

  /** Whether the officer has to write down what the ground is. */
  static boolean mustState(String basis) {
    return basis.equals(STATED) || basis.equals(VICTIM);
  }

  /**
   * Whether this recipient may get who the reporter is, if the reporter allows it: that holds for
   * who can help, and the RIEC and the crime line do not help.
   */
  static boolean mayKnowReporter(Optional<Target> target) {
    return target
        .map(Target::recipient)
        .filter(one -> one == Recipient.RIEC || one == Recipient.MMA)
        .isEmpty();
  }

  /** Whether this ground can carry this hand-over: nobody is registered who did not agree. */
  static boolean fits(String basis, Consent consent, Optional<Target> target) {
    if (target.map(Target::recipient).equals(Optional.of(Recipient.COMENSHA))) {
      return basis.equals(VICTIM);
    }
    return switch (basis) {
      case CONSENT -> consent == Consent.SHARE;
      case REPORTING_CODE ->
          target.map(Target::recipient).equals(Optional.of(Recipient.VEILIG_THUIS));
      default -> true;
    };
  }

  String name(Recipient recipient, Optional<String> receiver, Texts m) {
    return recipient == Recipient.MUNICIPALITY
        ? m.t("referral.to.municipality", texts.municipality(receiver.orElse(""), m))
        : m.t("referral.to." + recipient.key());
  }
}
