package nl.uitweg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final List<AuditEvent> events = chain(6);

  @Test
  void a_whole_chain_holds() {
    AuditChain chain = walk(events);
    assertThat(chain.broken()).isEmpty();
    assertThat(chain.length()).isEqualTo(6);
    assertThat(chain.head()).isEqualTo(events.get(5).hash);
  }

  @Test
  void an_edited_event_is_named() {
    events.get(2).actor = "someone-else";
    assertBroken(3, "edited");
  }

  @Test
  void an_edited_event_with_a_new_hash_is_named_by_the_next() {
    events.get(2).actor = "someone-else";
    events.get(2).hash = events.get(2).expectedHash();
    assertBroken(4, "inserted or reordered");
  }

  @Test
  void a_removed_event_is_named() {
    events.remove(3);
    assertBroken(4, "removed");
  }

  @Test
  void removed_and_renumbered_is_named() {
    AuditEvent moved = events.get(4);
    events.remove(3);
    moved.position = 4;
    moved.hash = moved.expectedHash();
    assertBroken(4, "inserted or reordered");
  }

  @Test
  void reordered_events_are_named() {
    AuditEvent third = events.get(2);
    AuditEvent fourth = events.get(3);
    third.position = 4;
    fourth.position = 3;
    events.set(2, fourth);
    events.set(3, third);
    assertBroken(3, "edited");
  }

  @Test
  void an_inserted_event_is_named() {
    AuditTrail.Entry entry = new AuditTrail.Entry("x", "read", "report/1", "done", "");
    events.add(3, new AuditEvent(4, NOON, entry, events.get(2).hash));
    for (AuditEvent event : events.subList(4, 7)) {
      event.position++;
    }
    assertBroken(5, "edited");
  }

  @Test
  void a_word_moved_between_columns_is_named() {
    events.get(1).actor = events.get(1).actor + "read";
    events.get(1).action = "";
    assertBroken(2, "edited");
  }

  @Test
  void a_walk_goes_on_where_the_last_one_ended() {
    AuditChain chain = walk(events.subList(0, 4));
    chain.again(events.get(3));
    events.subList(4, 6).forEach(chain::next);
    assertThat(chain.broken()).isEmpty();
    assertThat(chain.length()).isEqualTo(6);
  }

  @Test
  void a_last_event_that_was_changed_or_cut_off_since_is_named() {
    AuditChain changed = walk(events);
    events.get(5).actor = "someone-else";
    changed.again(events.get(5));
    assertThat(changed.broken()).contains(new AuditChain.Break(6, "edited"));
    AuditChain cut = walk(chain(6));
    cut.gone();
    assertThat(cut.broken()).contains(new AuditChain.Break(6, "removed"));
    AuditChain fresh = new AuditChain();
    fresh.gone();
    assertThat(fresh.broken()).isEmpty();
  }

  private void assertBroken(long position, String reason) {
    assertThat(walk(events).broken()).contains(new AuditChain.Break(position, reason));
  }

  private static AuditChain walk(List<AuditEvent> events) {
    AuditChain chain = new AuditChain();
    events.forEach(chain::next);
    return chain;
  }

  private static List<AuditEvent> chain(int length) {
    List<AuditEvent> events = new ArrayList<>();
    String previous = AuditEvent.START;
    for (int i = 1; i <= length; i++) {
      AuditTrail.Entry entry = new AuditTrail.Entry("zandvoort", "read", "report/" + i, "done", "");
      AuditEvent event = new AuditEvent(i, NOON.plusSeconds(i), entry, previous);
      previous = event.hash;
      events.add(event);
    }
    return events;
  }
}
