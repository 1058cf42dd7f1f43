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
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.sealed.AttachmentMetadata;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.MessagePlaintext;
import nl.uitweg.report.sealed.NotePlaintext;
import nl.uitweg.report.sealed.ReportOrigin;
import nl.uitweg.testsupport.SuperuserDatabase;

/** Replaces sealed content, as an attacker with write access and the public keysets would. */
final class ContentForger {

  private static final String FORGED = "forged";

  private final Sealer sealer;

  ContentForger(Sealer sealer) {
    this.sealer = sealer;
  }

  /** Replaces a report with another one, sealed exactly as the form would have. */
  void replaceReport(UUID id, String text) throws SQLException {
    ReportContent content =
        new ReportContent("nl", Instant.now(), Map.of(), Map.of(Question.WHAT, text));
    replaceContent(id, ReportFormat.write(content));
  }

  /** Replaces the content of a report with arbitrary bytes. */
  void replaceContent(UUID id, byte[] content) throws SQLException {
    ContentKey key = sealer.freshKey();
    AssociatedData associatedData =
        new ReportOrigin(id, Optional.of("zilvervoort")).report(List.of("labour"), receivedOn(id));
    SuperuserDatabase.change(
        "update report set sealed = ? where id = ?", key.seal(associatedData, content), id);
    replaceKeys(id, KeyName.REPORT, key);
  }

  /** Adds a message of the reporter, sealed with a new conversation key. */
  void addMessage(UUID id, String text) throws SQLException {
    addMessage(
        id,
        ReportFormat.write(
            MessagePlaintext.of(Instant.now(), MessageContent.ofText(text, "nl"), 0)));
  }

  /** Adds a message of the reporter with arbitrary content, sealed with a new conversation key. */
  void addMessage(UUID id, byte[] content) throws SQLException {
    ContentKey key = sealer.freshKey();
    UUID message = UUID.randomUUID();
    AssociatedData associatedData =
        new ReportOrigin(id, Optional.of("zilvervoort")).message(message, 7, false);
    SuperuserDatabase.change(
        "insert into message (id, report_id, position, from_officer, read, sealed)"
            + " values (?, ?, 7, false, false, ?)",
        message,
        id,
        key.seal(associatedData, content));
    replaceKeys(id, KeyName.CONVERSATION, key);
  }

  /** Adds a note that no officer wrote, sealed with a new notes key. */
  void addNote(UUID id, String text) throws SQLException {
    ContentKey key = sealer.freshKey();
    UUID note = UUID.randomUUID();
    AssociatedData associatedData = new ReportOrigin(id, Optional.of("zilvervoort")).note(note, 7);
    NotePlaintext content = new NotePlaintext("zilvervoort", Instant.now(), text);
    SuperuserDatabase.change(
        "insert into note (id, report_id, position, sealed) values (?, ?, 7, ?)",
        note,
        id,
        key.seal(associatedData, ReportFormat.write(content)));
    replaceKeys(id, KeyName.NOTES, key);
  }

  /** Adds a file that the reporter did not send. */
  void addFile(UUID id, String name) throws SQLException {
    ReportOrigin origin = new ReportOrigin(id, Optional.of("zilvervoort"));
    ContentKey key = sealer.freshKey();
    UUID file = UUID.randomUUID();
    AttachmentMetadata metadata =
        new AttachmentMetadata(name, "text/plain", 0, true, true, Instant.now());
    SuperuserDatabase.change(
        "insert into attachment (id, report_id, position, sealed, voucher) values (?, ?, 7, ?, ?)",
        file,
        id,
        key.seal(origin.attachment(file), ReportFormat.write(metadata)),
        sealer.freshKey().seal(origin.voucher(file), key.commitment()));
    for (var wrapped :
        sealer.wrap(key, KeyName.attachment(file), id, List.of("zilvervoort")).entrySet()) {
      SuperuserDatabase.change(
          "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)",
          id,
          KeyName.attachment(file),
          wrapped.getKey(),
          wrapped.getValue());
    }
  }

  /** Adds a referral to the care coordinators that no officer made. */
  UUID addReferral(UUID id, String text) throws SQLException {
    UUID referral = UUID.randomUUID();
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    ReferralContent content =
        new ReferralContent(
            "OV-" + FORGED,
            "zilvervoort",
            "zilvervoort",
            at,
            new ReferralContent.Justification("help", "", "stated", text),
            "nl",
            "unknown",
            Map.of(),
            Map.of(Question.WHAT, text),
            List.of(),
            Map.of(),
            List.of());
    ContentKey key = sealer.freshKey();
    SuperuserDatabase.change(
        "insert into referral (id, report_id, recipient, receiver, referred_at, sealed)"
            + " values (?, ?, 'care', 'care', ?, ?)",
        referral,
        id,
        Timestamp.from(at),
        key.seal(
            AssociatedData.of("referral", referral, id, "care", "care", at),
            ReportFormat.write(content)));
    for (var wrapped :
        sealer.wrap(key, "referral", referral, List.of("zilvervoort", "care")).entrySet()) {
      SuperuserDatabase.change(
          "insert into referral_key (referral_id, recipient, wrapped) values (?, ?, ?)",
          referral,
          wrapped.getKey(),
          wrapped.getValue());
    }
    return referral;
  }

  private void replaceKeys(UUID id, String keyName, ContentKey key) throws SQLException {
    for (var wrapped : sealer.wrap(key, keyName, id, List.of("zilvervoort")).entrySet()) {
      SuperuserDatabase.change(
          "insert into wrapped_key (report_id, what, recipient, wrapped) values (?, ?, ?, ?)"
              + " on conflict (report_id, what, recipient) do update set wrapped = excluded.wrapped",
          id,
          keyName,
          wrapped.getKey(),
          wrapped.getValue());
    }
  }

  private static LocalDate receivedOn(UUID id) throws SQLException {
    return LocalDate.parse(
        SuperuserDatabase.values("select received_on::text from report where id = ?", id).get(0));
  }
}
