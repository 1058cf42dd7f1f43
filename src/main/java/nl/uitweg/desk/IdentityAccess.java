package nl.uitweg.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.desk.officer.Officer;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for every way to who a reporter is: for a reason that is recorded, and only to who
 * logged in just now. Whatever shows such an answer asks for the {@link Grant} that only this class
 * gives.
 */
@Singleton
public class IdentityAccess {

  public static final String REFERRAL = "referral";

  private static final Set<String> REASONS = Set.of("answer", "danger", REFERRAL);
  private static final String ACTION = "contact";

  private final CurrentOfficer current;
  private final LoginRules rules;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final Clock clock;

  IdentityAccess(
      CurrentOfficer current,
      LoginRules rules,
      AuditTrail audit,
      RefusalTrail refusals,
      Clock clock) {
    this.current = current;
    this.rules = rules;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  /** Proof that the rule was asked and said yes, for this request. */
  public static final class Grant {
    private Grant() {}
  }

  /** Why the rule said no. */
  public enum Refusal {
    NO_REASON,
    LOGIN_TOO_OLD
  }

  /** Exactly one of the two is there. */
  public record Decision(Optional<Grant> grant, Optional<Refusal> refusal) {

    /** Whether logging in again is what is needed. */
    public boolean isLoginTooOld() {
      return refusal.equals(Optional.of(Refusal.LOGIN_TOO_OLD));
    }
  }

  /**
   * Records the answer, whichever it is.
   *
   * @param object as in the audit: {@code report/<id>} or {@code referral/<id>}
   */
  public Decision ask(Officer officer, String object, @Nullable String reason) {
    if (reason == null || !REASONS.contains(reason)) {
      return refuse(officer, object, "", Refusal.NO_REASON);
    }
    if (!current.login().within(rules.recent(), clock.instant())) {
      return refuse(officer, object, reason, Refusal.LOGIN_TOO_OLD);
    }
    audit.add(new AuditTrail.Entry(officer.name(), ACTION, object, "done", reason));
    return new Decision(Optional.of(new Grant()), Optional.empty());
  }

  private Decision refuse(Officer officer, String object, String reason, Refusal why) {
    refusals.add(new AuditTrail.Entry(officer.name(), ACTION, object, "refused", reason));
    return new Decision(Optional.empty(), Optional.of(why));
  }
}
