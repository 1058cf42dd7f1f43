package nl.uitweg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests what an event records, and the columns and hash with which it is stored. */
class AuditRecordTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final AuditFields FIELDS =
      new AuditFields("officer", "read-part", "report/" + ID, "done", "notes");

  @Test
  void storesTheCodesOfAnEntry() {
    AuditObject report = AuditObject.report(ID);
    assertThat(AuditFields.of(AuditEntry.done("officer", AuditAction.READ_PART, report, "notes")))
        .isEqualTo(FIELDS);
    assertThat(AuditEntry.done("officer", AuditAction.READ, report))
        .isEqualTo(new AuditEntry("officer", AuditAction.READ, report, AuditResult.DONE, ""));
    assertThat(AuditEntry.refused("officer", AuditAction.READ, report).result())
        .isEqualTo(AuditResult.REFUSED);
    assertThat(AuditEntry.undecryptable("officer", AuditAction.READ, report).result())
        .isEqualTo(AuditResult.UNDECRYPTABLE);
    assertThat(AuditResult.UNDECRYPTABLE.code()).isEqualTo("undecryptable");
  }

  @Test
  void keepsTheColumnsOfAnEvent() {
    AuditEvent event = new AuditEvent(3, NOON, FIELDS, AuditEvent.GENESIS_HASH);
    assertThat(event.position()).isEqualTo(3);
    assertThat(event.at()).isEqualTo(NOON);
    assertThat(event.actor()).isEqualTo("officer");
    assertThat(event.action()).isEqualTo("read-part");
    assertThat(event.object()).isEqualTo("report/" + ID);
    assertThat(event.result()).isEqualTo("done");
    assertThat(event.reason()).isEqualTo("notes");
    assertThat(event.hash()).isEqualTo(event.expectedHash());
  }

  /** The hash of 2026; if it changes, no stored chain is valid any more. */
  @Test
  void computesTheKnownHash() {
    AuditEvent event = new AuditEvent(3, NOON, FIELDS, AuditEvent.GENESIS_HASH);
    assertThat(event.hash())
        .isEqualTo("7a3d406729cf3992de3521937f733abc36bbe017db3e8782dc310ae0104bfa76");
  }

  @Test
  void keepsTheHashOfAStoredEventValidOrNot() {
    AuditEvent stored = AuditEvent.stored(3, NOON, FIELDS, AuditEvent.GENESIS_HASH, "altered");
    assertThat(stored.hash()).isEqualTo("altered").isNotEqualTo(stored.expectedHash());
  }

  @Test
  void refusesAnotherEventInThePlaceOfTheLastOne() {
    AuditEvent first = new AuditEvent(1, NOON, FIELDS, AuditEvent.GENESIS_HASH);
    AuditFields otherFields = new AuditFields("other", "read", "desk", "done", "");
    for (AuditEvent replaced :
        List.of(
            new AuditEvent(1, NOON, otherFields, AuditEvent.GENESIS_HASH),
            AuditEvent.stored(1, NOON, otherFields, AuditEvent.GENESIS_HASH, first.hash()),
            AuditEvent.stored(2, NOON, FIELDS, AuditEvent.GENESIS_HASH, first.hash()))) {
      AuditChain chain = new AuditChain();
      chain.accept(first);
      chain.recheckLast(first);
      assertThat(chain.firstBreak()).isEmpty();
      chain.recheckLast(replaced);
      assertThat(chain.firstBreak()).contains(new AuditChain.Break(1, "edited"));
    }
  }

  @Test
  void namesObjects() {
    assertThat(AuditObject.report(ID)).hasToString("report/" + ID);
    assertThat(AuditObject.referral(ID)).hasToString("referral/" + ID);
    assertThat(AuditObject.dossier(ID)).hasToString("dossier/" + ID);
    assertThat(AuditObject.inbox("new")).hasToString("inbox/new");
    assertThat(AuditObject.statistics("region/2026-1")).hasToString("statistics/region/2026-1");
    assertThat(AuditObject.audit(7)).hasToString("audit/7");
    assertThat(AuditObject.isReport("report/" + ID)).isTrue();
    assertThat(AuditObject.isReport("reports")).isFalse();
    assertThat(AuditObject.isDossier("dossier/" + ID)).isTrue();
    assertThat(AuditObject.isDossier("dossiers")).isFalse();
  }

  @Test
  void showsTheOfficerEveryChangeThatMattersBeforeAnAnswer() {
    assertThat(Stream.of(AuditAction.values()).filter(AuditAction::changesCaseFile))
        .containsExactlyInAnyOrder(
            AuditAction.TAKE,
            AuditAction.STATE,
            AuditAction.NOTE,
            AuditAction.TRANSLATE,
            AuditAction.MESSAGE,
            AuditAction.POSTPONE,
            AuditAction.ASSIGN,
            AuditAction.LINK,
            AuditAction.UNLINK,
            AuditAction.DOSSIER_ADD,
            AuditAction.DOSSIER_REMOVE,
            AuditAction.REFERRAL);
    assertThat(AuditAction.ofCode("nothing")).isEmpty();
  }
}
