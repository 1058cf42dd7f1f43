package nl.uitweg.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.content.Consent;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.indexing.Facets;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.MessagePlaintext;
import nl.uitweg.report.sealed.NotePlaintext;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * Seals sample reports like {@link NewReports}, {@link Conversation} and {@link Notes}, without a
 * database. Used by {@code bin/seed}.
 */
public final class SampleSealing {

  private static final byte FORMAT_VERSION = 2;

  /**
   * Length of a wrapped key: version, commitment, key id, encapsulated key, encrypted content key,
   * tag.
   */
  private static final int WRAPPED_KEY_BYTES = 1 + 32 + 5 + 32 + 32 + 16;

  /**
   * Length of a conversation key wrapped for a receipt: version, nonce, key padded to a block, tag.
   */
  private static final int RECEIPT_WRAPPED_BYTES = 1 + 12 + 1024 + 16;

  private final Sealer sealer;
  private final BlindIndex index;
  private final boolean wrapAllKeys;

  /**
   * @param wrapAllKeys whether to wrap also the keys that the desk never unwraps: those for
   *     recovery, and those of conversations without messages. Otherwise these are random bytes.
   */
  public SampleSealing(Sealer sealer, BlindIndex index, boolean wrapAllKeys) {
    this.sealer = sealer;
    this.index = index;
    this.wrapAllKeys = wrapAllKeys;
  }

  /** A message or a note in plaintext. */
  public record SampleText(
      Instant at, boolean fromOfficer, boolean read, String author, String text) {}

  /**
   * A report as stored in the database.
   *
   * @param receivedFingerprint fingerprint of the report, the reason of its first audit event
   * @param notesKeyFingerprint fingerprint of the notes key, the reason of the event that records
   *     it; empty without notes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Row(
      byte[] sealed,
      String urgency,
      List<Key> keys,
      List<Text> messages,
      List<Text> notes,
      String receivedFingerprint,
      Optional<String> notesKeyFingerprint) {}

  /** A wrapped key. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Key(String keyName, String recipient, byte[] wrapped) {}

  /** A sealed message or note. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Text(UUID id, boolean fromOfficer, boolean read, byte[] sealed) {}

  /**
   * Seals one report with its messages and notes.
   *
   * @param addressedTo the municipality that the reporter chose
   * @param openable false when the desk need not decrypt the report; then its wrapped keys are
   *     random bytes, unless all keys are wrapped
   */
  public Row seal(
      UUID id,
      Optional<String> addressedTo,
      ReportContent content,
      boolean openable,
      List<String> recipients,
      List<SampleText> messages,
      List<SampleText> notes,
      SplittableRandom random) {
    ReportOrigin origin = new ReportOrigin(id, addressedTo);
    ContentKey contentKey = sealer.freshKey();
    List<Key> keys = new ArrayList<>();
    wrap(keys, contentKey, KeyName.REPORT, id, recipients, openable, random);
    ContentKey conversation = sealer.freshKey();
    boolean conversationOpenable = openable && !messages.isEmpty();
    wrap(keys, conversation, KeyName.CONVERSATION, id, recipients, conversationOpenable, random);
    List<Text> sealedMessages = new ArrayList<>();
    for (SampleText sample : messages) {
      UUID textId = uuid(random);
      byte[] json =
          ReportFormat.write(
              new MessagePlaintext(sample.at(), sample.text(), 0, null, null, null, null));
      sealedMessages.add(
          new Text(
              textId,
              sample.fromOfficer(),
              sample.read(),
              conversation.seal(
                  origin.message(textId, sealedMessages.size() + 1, sample.fromOfficer()), json)));
    }
    List<Text> sealedNotes = new ArrayList<>();
    ContentKey notesKey = sealer.freshKey();
    if (!notes.isEmpty()) {
      wrap(keys, notesKey, KeyName.NOTES, id, recipients, openable, random);
    }
    for (SampleText sample : notes) {
      UUID textId = uuid(random);
      byte[] json =
          ReportFormat.write(new NotePlaintext(sample.author(), sample.at(), sample.text()));
      sealedNotes.add(
          new Text(
              textId,
              true,
              true,
              notesKey.seal(origin.note(textId, sealedNotes.size() + 1), json)));
    }
    byte[] sealed =
        contentKey.seal(
            origin.report(
                content.choices().getOrDefault(Question.FORMS, List.of()),
                LocalDate.ofInstant(content.sentAt(), DutchTime.ZONE)),
            ReportFormat.write(content));
    return new Row(
        sealed,
        Urgency.of(content).name(),
        keys,
        sealedMessages,
        sealedNotes,
        received(sealed, keys),
        notesSealed(keys));
  }

  private static String received(byte[] sealed, List<Key> keys) {
    return new ReceivedFingerprint(
            Fingerprints.ofContent(sealed),
            fingerprint(keys, KeyName.REPORT),
            fingerprint(keys, KeyName.CONVERSATION))
        .text();
  }

  private static Optional<String> notesSealed(List<Key> keys) {
    return first(keys, KeyName.NOTES).map(key -> ReceivedFingerprint.ofKey(key.wrapped()).text());
  }

  private static Optional<Key> first(List<Key> keys, String keyName) {
    return keys.stream().filter(key -> key.keyName().equals(keyName)).findFirst();
  }

  private static String fingerprint(List<Key> keys, String keyName) {
    return first(keys, keyName)
        .map(key -> Fingerprints.ofKey(key.wrapped()))
        .orElse(Fingerprints.NONE);
  }

  private void wrap(
      List<Key> keys,
      ContentKey key,
      String keyName,
      UUID id,
      List<String> recipients,
      boolean openable,
      SplittableRandom random) {
    if (wrapAllKeys) {
      Map<String, byte[]> wrapped = sealer.wrap(key, keyName, id, recipients);
      wrapped.forEach((recipient, bytes) -> keys.add(new Key(keyName, recipient, bytes)));
      return;
    }
    for (String recipient : recipients) {
      byte[] wrapped =
          openable ? sealer.wrapFor(recipient, key, keyName, id) : noise(random, WRAPPED_KEY_BYTES);
      keys.add(new Key(keyName, recipient, wrapped));
    }
    keys.add(new Key(keyName, Sealer.RECOVERY, noise(random, WRAPPED_KEY_BYTES)));
  }

  /** The blind indexes that {@link Facets} adds for the answers of a report. */
  public List<byte[]> facets(ReportContent content) {
    return List.of(
        index.of(Facets.CONSENT, Consent.of(content).name()),
        index.of(Facets.ROLE, content.choice(Question.ROLE).orElse("none")),
        index.of(Facets.LANGUAGE, content.language()));
  }

  /** The blind index of a label. */
  public byte[] label(String label) {
    return index.of(Facets.LABEL, label);
  }

  /** Random bytes in place of a conversation key wrapped for a receipt: samples have no code. */
  public static byte[] receipt(SplittableRandom random) {
    return noise(random, RECEIPT_WRAPPED_BYTES);
  }

  /** Random bytes after the version byte of the current format. */
  public static byte[] noise(SplittableRandom random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    noise[0] = FORMAT_VERSION;
    return noise;
  }

  public static UUID uuid(SplittableRandom random) {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L,
        (random.nextLong() & ~0xC000000000000000L) | 0x8000000000000000L);
  }
}
