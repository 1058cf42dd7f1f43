package nl.uitweg.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.uitweg.platform.persistence.DatabaseAccess;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.ServerTest;
import nl.uitweg.testsupport.SuperuserDatabase;
import org.junit.jupiter.api.Test;

/**
 * Tests that events are written at commit, so that no transaction holds the lock on the chain while
 * it works.
 */
@ServerTest
class AuditTrailTest {

  @Inject AuditTrail audit;
  @Inject AuditEventStore events;
  @Inject DatabaseAccess access;

  private final AuditObject object = new AuditObject("test/" + UUID.randomUUID());

  @Test
  void locksChainOnlyWhenTransactionCommits() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              add("first");
              assertThat(isChainUnlocked()).isTrue();
              assertThat(audit.pending(object))
                  .extracting(AuditEntry::reason)
                  .containsExactly("first");
              QuarkusTransaction.requiringNew().run(() -> add("second"));
              add("third");
            });
    assertThat(AuditRows.about(object.name()))
        .as("events of a transaction are adjacent and in order")
        .containsExactly("test read done second", "test read done first", "test read done third");
    assertThat(QuarkusTransaction.requiringNew().call(this::isChainValid)).isTrue();
  }

  @Test
  void discardsEventWhenTransactionFails() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          add("lost");
                          throw new IllegalStateException("after the event was added");
                        }))
        .hasMessageContaining("after the event");
    assertThat(AuditRows.about(object.name())).isEmpty();
  }

  @Test
  void rollsBackTransactionWhenEventCannotBeWritten() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          add("written");
                          add("contains NUL \0");
                        }))
        .isNotNull();
    assertThat(AuditRows.about(object.name())).isEmpty();
  }

  private void add(String reason) {
    access.asDesk(List.of());
    audit.add(AuditEntry.done("test", AuditAction.READ, object, reason));
  }

  private boolean isChainValid() {
    access.asDesk(List.of());
    return events.verifyAll().firstBreak().isEmpty();
  }

  /** Whether another session can take the lock on the chain now. */
  private static boolean isChainUnlocked() {
    return SuperuserDatabase.values("select pg_try_advisory_xact_lock(0, ?)", AuditTrail.CHAIN_LOCK)
        .contains("t");
  }
}
