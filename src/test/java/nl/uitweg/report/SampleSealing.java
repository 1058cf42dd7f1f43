package nl.uitweg.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.Fingerprints;
import nl.uitweg.platform.sealing.Sealer;

/**
 * Seals samples as {@link ReportSubmission} and {@link Reports} do, without a database; for {@code
 * bin/seed}.
 */
public final class SampleSealing {

  /** Version, commitment, key id, encapsulated key, wrapped key, tag: as long as a real one. */
  private static final int WRAPPED = 1 + 32 + 5 + 32 + 32 + 16;

  private static final int RECEIPT_WRAPPED = 1 + 12 + 1024 + 16;

  private final Sealer sealer;
  private final BlindIndex index;
  private final boolean everything;

  /**
   * @param everything whether also the copies are made that the desk never opens: those for
   *     recovery, and keys of conversations without a message. Otherwise they are random bytes.
   */
  public SampleSealing(Sealer sealer, BlindIndex index, boolean everything) {
    this.sealer = sealer;
    this.index = index;
    this.everything = everything;
  }

  /** A message or a note in the clear. */
  public record Said(Instant at, boolean fromOfficer, boolean read, String author, String text) {}

  /**
   * As it lies in the database.
   *
   * @param received reason of its first event
   * @param notesSealed reason of the event that records the key of its notes; empty without notes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Row(
      byte[] sealed,
      String urgency,
      List<Key> keys,
      List<Text> messages,
      List<Text> notes,
      String received,
      Optional<String> notesSealed) {}

  /** A wrapped key. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Key(String what, String recipient, byte[] wrapped) {}

  /** A sealed message or note. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Text(UUID id, boolean fromOfficer, boolean read, byte[] sealed) {}

  /**
   * @param addressedTo the municipality that the reporter chose
   * @param opens false when even the desk need not open it: then every wrapped key is random bytes
   */
  public Row seal(
      UUID id,
      Optional<String> addressedTo,
      ReportContent content,
      boolean opens,
      List<String> recipients,
      List<Said> messages,
      List<Said> notes,
      SplittableRandom random) {
    ReportOrigin origin = new ReportOrigin(id, addressedTo);
    ContentKey contentKey = sealer.freshKey();
    List<Key> keys = new ArrayList<>();
    wrap(keys, contentKey, WrappedKey.REPORT, id, recipients, opens, random);
    ContentKey conversation = sealer.freshKey();
    boolean talked = opens && !messages.isEmpty();
    wrap(keys, conversation, WrappedKey.CONVERSATION, id, recipients, talked, random);
    List<Text> said = new ArrayList<>();
    for (Said one : messages) {
      UUID at = uuid(random);
      byte[] json =
          ReportFormat.write(
              new Conversation.Content(one.at(), one.text(), 0, null, null, null, null));
      said.add(
          new Text(
              at,
              one.fromOfficer(),
              one.read(),
              conversation.seal(origin.message(at, said.size() + 1, one.fromOfficer()), json)));
    }
    List<Text> noted = new ArrayList<>();
    ContentKey notesKey = sealer.freshKey();
    if (!notes.isEmpty()) {
      wrap(keys, notesKey, WrappedKey.NOTES, id, recipients, opens, random);
    }
    for (Said one : notes) {
      UUID at = uuid(random);
      byte[] json = ReportFormat.write(new Reports.NoteContent(one.author(), one.at(), one.text()));
      noted.add(new Text(at, true, true, notesKey.seal(origin.note(at, noted.size() + 1), json)));
    }
    byte[] sealed =
        contentKey.seal(
            origin.report(
                content.choices().getOrDefault(Question.FORMS, List.of()),
                LocalDate.ofInstant(content.sentAt(), ReportSubmission.DUTCH_TIME)),
            ReportFormat.write(content));
    return new Row(
        sealed,
        Urgency.of(content).name(),
        keys,
        said,
        noted,
        received(sealed, keys),
        notesSealed(keys));
  }

  private static String received(byte[] sealed, List<Key> keys) {
    return new ReceivedFingerprint(
            Fingerprints.ofContent(sealed),
            fingerprint(keys, WrappedKey.REPORT),
            fingerprint(keys, WrappedKey.CONVERSATION))
        .text();
  }

  private static Optional<String> notesSealed(List<Key> keys) {
    return first(keys, WrappedKey.NOTES)
        .map(key -> ReceivedFingerprint.ofKey(key.wrapped()).text());
  }

  private static Optional<Key> first(List<Key> keys, String what) {
    return keys.stream().filter(key -> key.what().equals(what)).findFirst();
  }

  private static String fingerprint(List<Key> keys, String what) {
    return first(keys, what)
        .map(key -> Fingerprints.ofKey(key.wrapped()))
        .orElse(Fingerprints.NONE);
  }

  private void wrap(
      List<Key> keys,
      ContentKey key,
      String what,
      UUID id,
      List<String> recipients,
      boolean opened,
      SplittableRandom random) {
    if (everything) {
      Map<String, byte[]> wrapped = sealer.wrap(key, what, id, recipients);
      wrapped.forEach((recipient, bytes) -> keys.add(new Key(what, recipient, bytes)));
      return;
    }
    for (String recipient : recipients) {
      byte[] wrapped = opened ? sealer.wrapFor(recipient, key, what, id) : noise(random, WRAPPED);
      keys.add(new Key(what, recipient, wrapped));
    }
    keys.add(new Key(what, Sealer.RECOVERY, noise(random, WRAPPED)));
  }

  /** The names that {@link Facets} gives a report by its answers. */
  public List<byte[]> facets(ReportContent content) {
    return List.of(
        index.of(Facets.CONSENT, Consent.of(content).name()),
        index.of(Facets.ROLE, content.choice(Question.ROLE).orElse("none")),
        index.of(Facets.LANGUAGE, content.language()));
  }

  public byte[] label(String label) {
    return index.of(Facets.LABEL, label);
  }

  /** In place of a conversation key wrapped for a code: no code belongs to a sample. */
  public static byte[] receipt(SplittableRandom random) {
    return noise(random, RECEIPT_WRAPPED);
  }

  public static byte[] noise(SplittableRandom random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    noise[0] = 2;
    return noise;
  }

  public static UUID uuid(SplittableRandom random) {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L,
        (random.nextLong() & ~0xC000000000000000L) | 0x8000000000000000L);
  }
}
