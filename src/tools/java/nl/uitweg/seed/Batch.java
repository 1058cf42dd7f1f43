package nl.uitweg.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportState;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive samples, sealed and laid out as rows per table. Several threads create batches; one
 * thread writes them.
 */
final class Batch {

  private static final Set<ReportState> FINAL_STATES =
      Set.of(ReportState.CLOSED, ReportState.SPAM, ReportState.WITHDRAWN);

  /** Rows by table with its columns, in an order that satisfies the foreign keys. */
  private final Map<String, CopyRows> tables = new LinkedHashMap<>();

  /** An audit event; the events of one report are in order, oldest first. */
  record Event(Instant at, String actor, AuditAction action, String object, String reason) {}

  private final List<Event> events = new ArrayList<>();

  private final CopyRows report =
      table(
          "report (id, municipality, addressed_to, forms, state, urgency, received_on, closed_on,"
              + " keep_until, sealed, version)");
  private final CopyRows keys = table("wrapped_key (report_id, what, recipient, wrapped)");
  private final CopyRows receipt = table("receipt (lookup_id, report_id, wrapped)");
  private final CopyRows handling =
      table("handling (report_id, assigned_to, first_read_at, closed_at, version)");
  private final CopyRows facet = table("facet (report_id, value)");
  private final CopyRows message =
      table("message (id, report_id, position, from_officer, read, sealed)");
  private final CopyRows note = table("note (id, report_id, position, sealed)");

  private CopyRows table(String tableAndColumns) {
    CopyRows rows = new CopyRows();
    tables.put(tableAndColumns, rows);
    return rows;
  }

  /**
   * Parameters that all batches share.
   *
   * @param seed random seed
   * @param count number of samples in all batches
   * @param span time before {@code now} over which the samples are spread
   */
  record Plan(
      SampleSealing sealing,
      List<String> municipalities,
      long seed,
      int count,
      Instant now,
      Duration span) {

    /** Time at which a sample was sent: spread evenly over the span before now, oldest first. */
    Instant sentAt(int number, SplittableRandom random) {
      long slot = span.toSeconds() / Math.max(1, count);
      long before = span.toSeconds() * (count - number) / count;
      return now.minusSeconds(before - (slot == 0 ? 0 : random.nextLong(slot)));
    }
  }

  /** The samples {@code from} (inclusive) to {@code to} (exclusive). */
  static Batch of(Plan plan, int from, int to) {
    Batch batch = new Batch();
    for (int number = from; number < to; number++) {
      batch.add(plan, number);
    }
    return batch;
  }

  private void add(Plan plan, int number) {
    SplittableRandom random = new SplittableRandom(plan.seed() * 31 + number).split();
    Instant sentAt = plan.sentAt(number, random);
    Sample sample =
        Sample.of(random, plan.municipalities(), sentAt, Duration.between(sentAt, plan.now()));
    UUID id = SampleSealing.uuid(random);
    List<String> recipients = sample.municipality().map(List::of).orElse(plan.municipalities());
    Optional<String> addressedTo =
        sample.content().choice(Question.MUNICIPALITY).filter(plan.municipalities()::contains);
    boolean decryptable =
        plan.count() - number <= Seed.NEWEST_DECRYPTABLE || !FINAL_STATES.contains(sample.state());
    SampleSealing.Row row =
        plan.sealing()
            .seal(
                id,
                addressedTo,
                sample.content(),
                decryptable,
                recipients,
                sample.messages(),
                sample.notes(),
                random);
    report.add(
        id,
        sample.municipality().orElse(null),
        addressedTo.orElse(null),
        sample.content().choices().getOrDefault(Question.FORMS, List.of()).toArray(String[]::new),
        sample.state().name(),
        row.urgency(),
        sample.receivedOn(),
        sample.closedOn().orElse(null),
        keepUntil(sample, plan.now()),
        row.sealed(),
        0);
    row.keys().forEach(key -> keys.add(id, key.keyName(), key.recipient(), key.wrapped()));
    receipt.add(randomLookupId(random), id, SampleSealing.receipt(random));
    handling.add(
        id,
        sample.assignedTo().orElse(null),
        sample.firstRead().orElse(null),
        sample.closed().orElse(null),
        0);
    plan.sealing().facets(sample.content()).forEach(value -> facet.add(id, value));
    if (random.nextInt(12) == 0) {
      facet.add(id, plan.sealing().label("hospitality"));
    }
    int position = 1;
    for (SampleSealing.Text text : row.messages()) {
      message.add(text.id(), id, position++, text.fromOfficer(), text.read(), text.sealed());
    }
    position = 1;
    for (SampleSealing.Text text : row.notes()) {
      note.add(text.id(), id, position++, text.sealed());
    }
    Instant day = sample.receivedOn().atStartOfDay(DutchTime.ZONE).toInstant();
    String object = "report/" + id;
    events.add(new Event(day, "indexing", AuditAction.RECEIVED, object, row.receivedFingerprint()));
    String officer = sample.municipality().orElse("officer");
    sample
        .firstRead()
        .ifPresent(at -> events.add(new Event(at, officer, AuditAction.READ, object, "")));
    Instant notedAt = sample.firstRead().orElse(sentAt);
    row.notesKeyFingerprint()
        .ifPresent(
            fingerprint ->
                events.add(
                    new Event(notedAt, officer, AuditAction.NOTES_SEALED, object, fingerprint)));
    if (sample.state() != ReportState.NEW) {
      Instant at = sample.closed().or(sample::firstRead).orElse(sentAt);
      events.add(new Event(at, officer, AuditAction.STATE, object, sample.state().key()));
    }
  }

  private static byte[] randomLookupId(SplittableRandom random) {
    return SampleSealing.noise(random, 16);
  }

  /** Postpones the purge of reports closed long ago, so that they are not deleted at once. */
  private static @Nullable LocalDate keepUntil(Sample sample, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, DutchTime.ZONE);
    return sample
        .closedOn()
        .filter(day -> day.isBefore(today.minusDays(330)))
        .map(day -> today.plusDays(183))
        .orElse(null);
  }

  Map<String, CopyRows> tables() {
    return tables;
  }

  List<Event> events() {
    return events;
  }
}
