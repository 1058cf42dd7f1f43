package nl.uitweg.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.uitweg.desk.IdentityAccess.Decision;
import nl.uitweg.desk.IdentityAccess.Refusal;
import nl.uitweg.desk.officer.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests when an officer may see the identity of a reporter. */
class IdentityAccessTest {

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Duration RECENT = Duration.ofMinutes(10);
  private static final Login JUST_NOW = new Login(Optional.of(NOW), true);
  private static final Login TOO_OLD =
      new Login(Optional.of(NOW.minus(RECENT).minusSeconds(1)), true);

  @ParameterizedTest
  @ValueSource(strings = {"answer", "danger", "referral"})
  void grantsAccessForAReasonOfTheListAfterARecentLogin(String reason) {
    assertThat(IdentityAccess.knownReason(reason)).isEqualTo(reason);
    assertThat(Refusal.of(reason, JUST_NOW, RECENT, NOW)).isEmpty();
    assertThat(Refusal.of(reason, TOO_OLD, RECENT, NOW)).contains(Refusal.LOGIN_TOO_OLD);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"curious", "Answer"})
  void refusesAndDoesNotRecordAnyOtherReason(String reason) {
    assertThat(IdentityAccess.knownReason(reason)).isEmpty();
    assertThat(Refusal.of("", JUST_NOW, RECENT, NOW)).contains(Refusal.NO_REASON);
    assertThat(Refusal.of("", TOO_OLD, RECENT, NOW)).contains(Refusal.NO_REASON);
  }

  @Test
  void asksForANewLoginOnlyWhenThatHelps() {
    assertThat(refused(Refusal.LOGIN_TOO_OLD).isLoginTooOld()).isTrue();
    assertThat(refused(Refusal.NO_REASON).isLoginTooOld()).isFalse();
  }

  private static Decision refused(Refusal refusal) {
    return new Decision(Optional.empty(), Optional.of(refusal));
  }
}
