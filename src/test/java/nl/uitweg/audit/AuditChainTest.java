package nl.uitweg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final List<AuditEvent> events = chain(6);

  @Test
  void acceptsValidChain() {
    AuditChain chain = verify(events);
    assertThat(chain.firstBreak()).isEmpty();
    assertThat(chain.validEvents()).isEqualTo(6);
    assertThat(chain.head()).isEqualTo(events.get(5).hash);
  }

  @Test
  void detectsEditedEvent() {
    events.get(2).actor = "someone-else";
    assertBroken(3, "edited");
  }

  @Test
  void detectsEditedEventWithNewHashAtNextEvent() {
    events.get(2).actor = "someone-else";
    events.get(2).hash = events.get(2).expectedHash();
    assertBroken(4, "inserted or reordered");
  }

  @Test
  void detectsRemovedEvent() {
    events.remove(3);
    assertBroken(4, "removed");
  }

  @Test
  void detectsRemovedEventWhenLaterEventsAreRenumbered() {
    AuditEvent moved = events.get(4);
    events.remove(3);
    moved.position = 4;
    moved.hash = moved.expectedHash();
    assertBroken(4, "inserted or reordered");
  }

  @Test
  void detectsReorderedEvents() {
    AuditEvent third = events.get(2);
    AuditEvent fourth = events.get(3);
    third.position = 4;
    fourth.position = 3;
    events.set(2, fourth);
    events.set(3, third);
    assertBroken(3, "edited");
  }

  @Test
  void detectsInsertedEvent() {
    AuditFields entry = new AuditFields("x", "read", "report/1", "done", "");
    events.add(3, new AuditEvent(4, NOON, entry, events.get(2).hash));
    for (AuditEvent event : events.subList(4, 7)) {
      event.position++;
    }
    assertBroken(5, "edited");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void detectsEventInsertedBeforeFirst(long position) {
    AuditFields entry = new AuditFields("x", "read", "report/1", "done", "");
    events.add(0, new AuditEvent(position, NOON, entry, AuditEvent.GENESIS_HASH));
    assertBroken(position, "inserted or reordered");
  }

  @Test
  void detectsTextMovedBetweenColumns() {
    events.get(1).actor = events.get(1).actor + "read";
    events.get(1).action = "";
    assertBroken(2, "edited");
  }

  @Test
  void continuesAfterLastVerifiedEvent() {
    AuditChain chain = verify(events.subList(0, 4));
    chain.recheckLast(events.get(3));
    events.subList(4, 6).forEach(chain::accept);
    assertThat(chain.firstBreak()).isEmpty();
    assertThat(chain.validEvents()).isEqualTo(6);
  }

  @Test
  void detectsLastEventThatWasChangedOrRemovedSince() {
    AuditChain changed = verify(events);
    events.get(5).actor = "someone-else";
    changed.recheckLast(events.get(5));
    assertThat(changed.firstBreak()).contains(new AuditChain.Break(6, "edited"));
    AuditChain removed = verify(chain(6));
    removed.markLastRemoved();
    assertThat(removed.firstBreak()).contains(new AuditChain.Break(6, "removed"));
    AuditChain fresh = new AuditChain();
    fresh.markLastRemoved();
    assertThat(fresh.firstBreak()).isEmpty();
  }

  private void assertBroken(long position, String reason) {
    assertThat(verify(events).firstBreak()).contains(new AuditChain.Break(position, reason));
  }

  private static AuditChain verify(List<AuditEvent> events) {
    AuditChain chain = new AuditChain();
    events.forEach(chain::accept);
    return chain;
  }

  private static List<AuditEvent> chain(int length) {
    List<AuditEvent> events = new ArrayList<>();
    String previousHash = AuditEvent.GENESIS_HASH;
    for (int i = 1; i <= length; i++) {
      AuditFields entry = new AuditFields("zilvervoort", "read", "report/" + i, "done", "");
      AuditEvent event = new AuditEvent(i, NOON.plusSeconds(i), entry, previousHash);
      previousHash = event.hash;
      events.add(event);
    }
    return events;
  }
}
