package nl.uitweg.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditResult;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Login;
import nl.uitweg.desk.officer.LoginRules;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.RefusalTrail;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an officer may see the identity of a reporter: only for a stated reason, and only
 * with a recent login. Every decision is recorded in the audit trail. Each method that shows an
 * identifying answer requires a {@link Grant}, which only this class can create.
 */
@Singleton
public class IdentityAccess {

  public static final String REASON_REFERRAL = "referral";

  private static final Set<String> REASONS = Set.of("answer", "danger", REASON_REFERRAL);

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

  /** Proof that access was granted for the current request. */
  public static final class Grant {
    private Grant() {}
  }

  /** Why access was refused. */
  public enum Refusal {
    NO_REASON,
    LOGIN_TOO_OLD;

    /**
     * Why a request is refused; empty when it is granted.
     *
     * @param reason the result of {@link #knownReason}
     * @param recent maximum age of a login that may see an identity
     */
    static Optional<Refusal> of(String reason, Login login, Duration recent, Instant now) {
      if (reason.isEmpty()) {
        return Optional.of(NO_REASON);
      }
      return login.isWithin(recent, now) ? Optional.empty() : Optional.of(LOGIN_TOO_OLD);
    }
  }

  /** The result of {@link #decide}; exactly one of the two is present. */
  public record Decision(Optional<Grant> grant, Optional<Refusal> refusal) {

    /** Whether the officer would get access after logging in again. */
    public boolean isLoginTooOld() {
      return refusal.equals(Optional.of(Refusal.LOGIN_TOO_OLD));
    }
  }

  /**
   * Decides, and records the decision in the audit trail.
   *
   * @param object the report or referral to which the identity belongs
   * @param requested the reason that the officer gave, not validated yet
   */
  public Decision decide(Officer officer, AuditObject object, @Nullable String requested) {
    String reason = knownReason(requested);
    Optional<Refusal> refusal =
        Refusal.of(reason, current.login(), rules.recent(), clock.instant());
    if (refusal.isPresent()) {
      refusals.add(
          new AuditEntry(officer.name(), AuditAction.CONTACT, object, AuditResult.REFUSED, reason));
      return new Decision(Optional.empty(), refusal);
    }
    audit.add(AuditEntry.done(officer.name(), AuditAction.CONTACT, object, reason));
    return new Decision(Optional.of(new Grant()), Optional.empty());
  }

  /** The reason, when it is one of the list; empty otherwise, so that no other text is recorded. */
  static String knownReason(@Nullable String requested) {
    return requested != null && REASONS.contains(requested) ? requested : "";
  }
}
