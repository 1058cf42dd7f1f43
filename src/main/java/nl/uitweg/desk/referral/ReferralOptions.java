package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.Recipient;
import nl.uitweg.referral.Referral;
import nl.uitweg.region.Region;
import nl.uitweg.report.Report;
import nl.uitweg.report.content.Consent;

/** The options of the referral form: recipients, purposes and legal bases. */
@Singleton
public class ReferralOptions {

  static final String OTHER = "other";

  /** Any other legal basis; the officer states the law and the article. */
  static final String STATED = "stated";

  /** The consent of the reporter. */
  static final String CONSENT = "consent";

  static final String REPORTING_CODE = "meldcode";

  /** The consent of the victim; the officer states when and how it was given. */
  static final String VICTIM = "victim";

  public static final List<String> PURPOSES =
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
   * The legal bases. The policy document names no article for the sharing of data, so this list
   * names none either. It contains the one basis that the policy document does name (Bijlage 4, the
   * reporting code), and the consent of the reporter or of the victim (GDPR, in Dutch AVG). For any
   * other basis the officer states the law.
   */
  static final List<String> BASES = List.of(CONSENT, VICTIM, REPORTING_CODE, STATED);

  private final Region region;
  private final Sealer sealer;
  private final ReportTexts reportTexts;

  ReferralOptions(Region region, Sealer sealer, ReportTexts reportTexts) {
    this.region = region;
    this.sealer = sealer;
    this.reportTexts = reportTexts;
  }

  /**
   * A recipient to choose.
   *
   * @param value value of the form field
   * @param usualPurpose key of the purpose for which reports are usually referred to it
   */
  public record Choice(String value, String text, String usualPurpose) {}

  /** The recipients to whom reports of this municipality can be referred. */
  public List<Choice> choices(String municipality, Texts texts) {
    return targets(Optional.of(municipality)).stream()
        .map(
            target ->
                new Choice(
                    target.value(),
                    recipientName(target.recipient(), target.receiver(), texts),
                    usualPurpose(target.recipient())))
        .toList();
  }

  /** The value of the form field with which this referral was made. */
  public static String value(Referral referral) {
    return new ReferralTarget(referral.recipient(), referral.receiver()).value();
  }

  /** The recipients to whom this report can be referred, in the order of the form. */
  List<ReferralTarget> targets(Report report) {
    return targets(report.municipality());
  }

  private List<ReferralTarget> targets(Optional<String> municipality) {
    List<ReferralTarget> targets = new ArrayList<>();
    for (Recipient recipient : Recipient.values()) {
      if (recipient == Recipient.MUNICIPALITY) {
        region.ids().stream()
            .filter(id -> !municipality.equals(Optional.of(id)))
            .map(ReferralTarget::municipality)
            .forEach(targets::add);
      } else {
        targets.add(ReferralTarget.of(recipient));
      }
    }
    targets.removeIf(target -> !target.receiver().map(sealer::hasKeyset).orElse(true));
    return targets;
  }

  Optional<ReferralTarget> target(String value, Report report) {
    return targets(report).stream()
        .filter(candidate -> candidate.value().equals(value))
        .findFirst();
  }

  /**
   * The address of the form that refers the report to a municipality; empty when that is not
   * possible.
   *
   * @param from query string with the list to which the form leads back, or empty
   */
  public Optional<String> formFor(String municipality, Report report, String from) {
    return Optional.of(ReferralTarget.municipality(municipality).value())
        .filter(value -> report.canBeReferred() && target(value, report).isPresent())
        .map(
            value ->
                "/backoffice/reports/"
                    + report.id()
                    + "/referral"
                    + (from.isEmpty() ? "?" : from + "&")
                    + "to="
                    + value);
  }

  /** The purpose for which reports are usually referred to this recipient. */
  static String usualPurpose(Recipient recipient) {
    return switch (recipient) {
      case CARE, NEIGHBOURHOOD_TEAM -> "help";
      case VEILIG_THUIS, LEVVEL, NIDOS -> "child";
      case COMENSHA -> "register";
      case CASE_CONFERENCE -> "discuss";
      case POLICE, PROSECUTOR, MMA -> "investigate";
      case LABOUR_INSPECTORATE -> "work";
      case RIEC -> "barriers";
      case MUNICIPALITY -> "place";
    };
  }

  /** Whether the officer must explain this legal basis. */
  static boolean requiresExplanation(String basis) {
    return basis.equals(STATED) || basis.equals(VICTIM);
  }

  /**
   * Whether this recipient may receive the identity of the reporter, if the reporter allows it. All
   * recipients may, except the RIEC and the crime line (MMA), which do not help victims.
   */
  static boolean mayReceiveIdentity(Optional<ReferralTarget> target) {
    return target
        .map(ReferralTarget::recipient)
        .filter(candidate -> candidate == Recipient.RIEC || candidate == Recipient.MMA)
        .isEmpty();
  }

  /**
   * Whether this legal basis is valid for this referral. A referral to CoMensha, which registers
   * victims, always requires the consent of the victim.
   */
  static boolean isBasisValid(String basis, Consent consent, Optional<ReferralTarget> target) {
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

  /**
   * The name of a recipient.
   *
   * @param receiver id of the municipality that receives the referral; used only for {@link
   *     Recipient#MUNICIPALITY}
   */
  public String recipientName(Recipient recipient, Optional<String> receiver, Texts texts) {
    return recipient == Recipient.MUNICIPALITY
        ? texts.get(
            "referral.to.municipality", reportTexts.municipalityName(receiver.orElse(""), texts))
        : texts.get("referral.to." + recipient.key());
  }
}
