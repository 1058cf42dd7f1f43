package nl.uitweg.report.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.uitweg.platform.sealing.ContentKey;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.NotesKeys;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.sealed.NotePlaintext;

/**
 * Adds, decrypts and changes agenda items. Works only on the tier that holds the private keysets.
 * Callers must have started a transaction that is restricted to the municipalities of the officer.
 */
@ApplicationScoped
public class AgendaItems {

  private final AgendaItemStore store;
  private final NotesKeys notesKeys;
  private final Reports reports;
  private final Clock clock;

  AgendaItems(AgendaItemStore store, NotesKeys notesKeys, Reports reports, Clock clock) {
    this.store = store;
    this.notesKeys = notesKeys;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * What an officer wants to add.
   *
   * @param officer user name of the officer who is to do it
   * @param note empty for none
   */
  public record NewItem(AgendaKind kind, LocalDate day, String officer, String note) {

    /** Omits the note, because the result may be logged. */
    @Override
    public String toString() {
      return "NewItem";
    }
  }

  /**
   * Seals and stores an item. The caller must have locked the report.
   *
   * @param author user name of the officer who adds it
   * @throws UnsealException when the content key or the notes key was altered or replaced; then
   *     nothing is stored
   */
  public void add(Report report, List<String> municipalities, String author, NewItem item)
      throws UnsealException {
    ContentKey key = notesKeys.openOrCreate(report, municipalities, author);
    UUID id = UUID.randomUUID();
    byte[] json = ReportFormat.write(new NotePlaintext(author, clock.instant(), item.note()));
    byte[] sealed = key.seal(report.origin().agendaItem(id, item.kind().key()), json);
    store.persist(
        new StoredAgendaItem(id, report.id(), item.kind(), item.day(), item.officer(), sealed));
  }

  /** The items of a report, by day. */
  public List<AgendaItem> of(Report report, List<String> municipalities) {
    return decrypt(store.of(report.id()), report, municipalities);
  }

  /**
   * What is to be done about the reports that the transaction sees, by day.
   *
   * @param officer user name of the officer who is to do it; empty for all officers
   * @param limit maximum number of items
   */
  public List<AgendaItem> open(Optional<String> officer, List<String> municipalities, int limit) {
    List<StoredAgendaItem> stored =
        officer.map(name -> store.open(name, limit)).orElseGet(() -> store.open(limit));
    Map<UUID, List<StoredAgendaItem>> byReport =
        stored.stream()
            .collect(
                Collectors.groupingBy(
                    item -> item.reportId, LinkedHashMap::new, Collectors.toList()));
    if (byReport.isEmpty()) {
      return List.of();
    }
    Map<UUID, Report> reportsById =
        reports.findAll(byReport.keySet()).stream()
            .collect(Collectors.toMap(Report::id, Function.identity()));
    List<AgendaItem> items = new ArrayList<>();
    byReport.forEach(
        (id, ofReport) ->
            Optional.ofNullable(reportsById.get(id))
                .ifPresent(report -> items.addAll(decrypt(ofReport, report, municipalities))));
    items.sort(Comparator.comparing(AgendaItem::day).thenComparing(AgendaItem::id));
    return List.copyOf(items);
  }

  /**
   * The number of items that the officer of the transaction should have done by today, about
   * reports of these municipalities. Correct also when the transaction sees no reports.
   */
  public long countDue(List<String> municipalities, LocalDate today) {
    return store.countDue(municipalities, today);
  }

  /** Whether this report has an item with this id, done or not. */
  public boolean exists(UUID id, Report report) {
    return store.exists(id, report.id());
  }

  /**
   * Marks an item as done.
   *
   * @return its kind; empty when it was done or deleted before
   */
  public Optional<AgendaKind> markDone(UUID id, Report report, String officer) {
    return store
        .findOpenForUpdate(id, report.id())
        .map(
            item -> {
              item.doneBy = officer;
              item.doneAt = clock.instant();
              return item.kind();
            });
  }

  /**
   * Moves an item to another day.
   *
   * @return its kind; empty when it was done or deleted before
   */
  public Optional<AgendaKind> move(UUID id, Report report, LocalDate day) {
    return store
        .findOpenForUpdate(id, report.id())
        .map(
            item -> {
              item.day = day;
              return item.kind();
            });
  }

  /**
   * Deletes an item that is to be done.
   *
   * @return its kind; empty when it was done or deleted before
   */
  public Optional<AgendaKind> delete(UUID id, Report report) {
    return store
        .findOpenForUpdate(id, report.id())
        .map(
            item -> {
              store.remove(item);
              return item.kind();
            });
  }

  private List<AgendaItem> decrypt(
      List<StoredAgendaItem> stored, Report report, List<String> municipalities) {
    if (stored.isEmpty()) {
      return List.of();
    }
    try {
      ContentKey key = notesKeys.open(report, municipalities);
      return stored.stream().map(item -> decrypt(item, report, key)).toList();
    } catch (UnsealException e) {
      return stored.stream().map(AgendaItems::unreadable).toList();
    }
  }

  private static AgendaItem decrypt(StoredAgendaItem item, Report report, ContentKey key) {
    try {
      NotePlaintext content =
          ReportFormat.read(
              key.open(report.origin().agendaItem(item.id, item.kind), item.sealed),
              NotePlaintext.class);
      return item(item, content.author(), content.text(), true);
    } catch (UnsealException | IllegalStateException e) {
      return unreadable(item);
    }
  }

  private static AgendaItem unreadable(StoredAgendaItem item) {
    return item(item, "", "", false);
  }

  private static AgendaItem item(
      StoredAgendaItem item, String author, String note, boolean readable) {
    return new AgendaItem(
        item.id,
        item.reportId,
        item.kind(),
        item.day,
        item.officer,
        author,
        note,
        readable,
        item.done());
  }
}
