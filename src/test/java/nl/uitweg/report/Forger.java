package nl.uitweg.report;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.referral.ReferralContent;
import nl.uitweg.testsupport.OwnerDatabase;

/**
 * Has the whole database and the public keysets, and seals other content in the place of what came.
 */
final class Forger {

  private static final String FORGED = "forged";

  private final Sealer sealer;

  Forger(Sealer sealer) {
    this.sealer = sealer;
  }

  /** Another report in the place of this one, in all respects as the form would have sealed it. */
  void report(UUID id, String words) throws SQLException {
    ReportContent content =
        new ReportContent("nl", Instant.now(), Map.of(), Map.of(Question.WHAT, words));
    sealed(id, ReportFormat.write(content));
  }

  /** Any content at all in the place of this report. */
  void sealed(UUID id, byte[] content) throws SQLException {
    ContentKey key = sealer.freshKey();
    AssociatedData as =
        new ReportOrigin(id, Optional.of("zandvoort")).report(List.of("labour"), receivedOn(id));
    OwnerDatabase.change("update report set sealed = ? where id = ?", key.seal(as, content), id);
    replaceKeys(id, WrappedKey.REPORT, key);
  }

  /** A message of the reporter under a new key of the conversation. */
  void message(UUID id, String words) throws SQLException {
    message(
        id,
        ReportFormat.write(
            Conversation.Content.of(Instant.now(), MessageContent.typed(words, "nl"), 0)));
  }

  /** The same, with any content at all. */
  void message(UUID id, byte[] content) throws SQLException {
    ContentKey key = sealer.freshKey();
    UUID message = UUID.randomUUID();
    AssociatedData as = new ReportOrigin(id, Optional.of("zandvoort")).message(message, 7, false);
    OwnerDatabase.change(
        "insert into message (id, report_id, position, from_officer, read, sealed)"
            + " values (?, ?, 7, false, false, ?)",
        message,
        id,
        key.seal(as, content));
    replaceKeys(id, WrappedKey.CONVERSATION, key);
  }

  /** A note that no officer wrote, under a new key of the notes. */
  void note(UUID id, String words) throws SQLException {
    ContentKey key = sealer.freshKey();
    UUID note = UUID.randomUUID();
    Reports.NoteContent content = new Reports.NoteContent("zandvoort", Instant.now(), words);
    OwnerDatabase.change(
        "insert into note (id, report_id, position, sealed) values (?, ?, 7, ?)",
        note,
        id,
        key.seal(
            new ReportOrigin(id, Optional.of("zandvoort")).note(note, 7),
            ReportFormat.write(content)));
    replaceKeys(id, WrappedKey.NOTES, key);
  }

  /** A file that the reporter never sent. */
  void file(UUID id, String name) throws SQLException {
    ReportOrigin origin = new ReportOrigin(id, Optional.of("zandvoort"));
    ContentKey key = sealer.freshKey();
    UUID file = UUID.randomUUID();
    Attachment.About about = new Attachment.About(name, "text/plain", 0, true, true, Instant.now());
    OwnerDatabase.change(
        "insert into attachment (id, report_id, sealed, voucher) values (?, ?, ?, ?)",
        file,
        id,
        key.seal(origin.attachment(file), ReportFormat.write(about)),
        sealer.freshKey().seal(origin.voucher(file), key.commitment()));
    for (var wrapped :
        sealer.wrap(key, Attachment.key(file), id, List.of("zandvoort")).entrySet()) {
      OwnerDatabase.change(
          "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)",
          id,
          Attachment.key(file),
          wrapped.getKey(),
          wrapped.getValue());
    }
  }

  /** A referral to the care coordination that no officer made. */
  UUID referral(UUID id, String words) throws SQLException {
    UUID referral = UUID.randomUUID();
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    ReferralContent content =
        new ReferralContent(
            "OV-" + FORGED,
            "zandvoort",
            "zandvoort",
            at,
            new ReferralContent.Purpose("help", "", "stated", words),
            "nl",
            "unknown",
            Map.of(),
            Map.of(Question.WHAT, words),
            List.of());
    ContentKey key = sealer.freshKey();
    OwnerDatabase.change(
        "insert into referral (id, report_id, recipient, receiver, referred_at, sealed)"
            + " values (?, ?, 'care', 'care', ?, ?)",
        referral,
        id,
        Timestamp.from(at),
        key.seal(
            AssociatedData.of("referral", referral, id, "care", "care", at),
            ReportFormat.write(content)));
    for (var wrapped :
        sealer.wrap(key, "referral", referral, List.of("zandvoort", "care")).entrySet()) {
      OwnerDatabase.change(
          "insert into referral_key (referral_id, recipient, wrapped) values (?, ?, ?)",
          referral,
          wrapped.getKey(),
          wrapped.getValue());
    }
    return referral;
  }

  private void replaceKeys(UUID id, String what, ContentKey key) throws SQLException {
    for (var wrapped : sealer.wrap(key, what, id, List.of("zandvoort")).entrySet()) {
      OwnerDatabase.change(
          "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)"
              + " on conflict (report_id, what, recipient) do update set wrapped = excluded.wrapped",
          id,
          what,
          wrapped.getKey(),
          wrapped.getValue());
    }
  }

  private static LocalDate receivedOn(UUID id) throws SQLException {
    return LocalDate.parse(
        OwnerDatabase.values("select received_on::text from report where id = ?", id).get(0));
  }
}
