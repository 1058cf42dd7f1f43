package nl.uitweg.report.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/**
 * Selects the reports of one batch by their sizes, before any sealed content is loaded. An attacker
 * with the public login can store any number of rows of the largest size, so a maximum number of
 * reports alone would not limit the memory that a batch takes. Callers must have started a
 * transaction.
 */
@ApplicationScoped
class ReportSizeStore {

  /**
   * Maximum total size of the sealed content in one batch. One report always fits: the database
   * limits the size of its content, and {@link #MAX_TEXT_BYTES} limits that of its texts.
   */
  static final int MAX_BATCH_BYTES = 8 * 1024 * 1024;

  /**
   * Maximum total size of the messages of one report, and also of its notes and of its
   * translations. When they exceed it, the latest are not loaded.
   */
  static final int MAX_TEXT_BYTES = 2 * 1024 * 1024;

  /** Rows per round trip; small, because a batch of large reports ends after a few rows. */
  private static final int FETCH_SIZE = 100;

  /** Limits of the period for a filter without them: every day of receipt is between these. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /** Position before all reports: the highest id of the last day. */
  private static final ReportCursor START = new ReportCursor(LAST_DAY, new UUID(-1, -1));

  private static final String SELECT =
      """
      select s.id, s.received_on,
             case :parts when 'KEYS' then 0 else octet_length(s.sealed) end,
             case :parts
               when 'KEYS' then (select 1 from message where report_id = s.id limit 1)
               when 'ALL' then (select sum(octet_length(sealed)) from message where report_id = s.id)
             end,
             case :parts
               when 'KEYS' then (select 1 from note where report_id = s.id limit 1)
               when 'ALL' then (select sum(octet_length(sealed)) from note where report_id = s.id)
             end,
             case :parts
               when 'KEYS' then (select 1 from translation where report_id = s.id limit 1)
               when 'ALL' then (select sum(octet_length(sealed)) from translation where report_id = s.id)
             end
      from report s
      where (s.municipality is null or s.municipality = any (:municipalities))
        and (:state = '' or s.state = :state)
        and (:form = '' or :form = any (s.forms))
        and (:municipality = '' or s.municipality = :municipality)
        and s.received_on between :from and :until
        and (s.received_on, s.id) < (:startDay, :startId)
      order by s.received_on desc, s.id desc
      limit :limit""";

  private final EntityManager database;

  ReportSizeStore(EntityManager database) {
    this.database = database;
  }

  /** Which parts of the reports are loaded. */
  enum Parts {
    /** Only keys: the size of the messages, notes or translations is 1 when there are any. */
    KEYS,
    CONTENT,
    ALL
  }

  /**
   * A report and the sizes of its parts in bytes.
   *
   * @param messages size of the messages, at most {@link #MAX_TEXT_BYTES}
   * @param notes size of the notes, at most {@link #MAX_TEXT_BYTES}
   * @param translations size of the translations, at most {@link #MAX_TEXT_BYTES}
   */
  record Sizes(
      UUID id, LocalDate receivedOn, long content, long messages, long notes, long translations) {
    private long total() {
      return content + messages + notes + translations;
    }

    /** Size of what is sealed with the notes key. */
    long underNotesKey() {
      return notes + translations;
    }

    private ReportCursor cursor() {
      return new ReportCursor(receivedOn, id);
    }
  }

  /**
   * The newest matching reports after the cursor, at least one when there are any. An empty
   * component of the filter is replaced by a value that matches all reports, so that the SQL is
   * always the same.
   */
  ReportBatch<Sizes> select(
      ReportFilter filter,
      List<String> municipalities,
      Optional<ReportCursor> after,
      int limit,
      Parts parts) {
    ReportCursor start = after.orElse(START);
    Stream<?> rows =
        database
            .createNativeQuery(SELECT, Tuple.class)
            .setParameter("parts", parts.name())
            .setParameter("municipalities", municipalities.toArray(new String[0]))
            .setParameter("state", filter.state().map(Enum::name).orElse(""))
            .setParameter("form", filter.form().orElse(""))
            .setParameter("municipality", filter.municipality().orElse(""))
            .setParameter("from", filter.from().orElse(FIRST_DAY))
            .setParameter("until", filter.until().orElse(LAST_DAY))
            .setParameter("startDay", start.receivedOn())
            .setParameter("startId", start.id())
            .setParameter("limit", limit + 1)
            .setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE)
            .getResultStream();
    try (rows) {
      return batch(rows.map(Tuple.class::cast).map(ReportSizeStore::sizes).iterator(), limit);
    }
  }

  /** Reads rows until the batch is full; then no more rows are fetched. */
  private static ReportBatch<Sizes> batch(Iterator<Sizes> rows, int limit) {
    List<Sizes> selected = new ArrayList<>();
    long bytes = 0;
    while (rows.hasNext()) {
      Sizes sizes = rows.next();
      bytes += sizes.total();
      if (selected.size() == limit || (!selected.isEmpty() && bytes > MAX_BATCH_BYTES)) {
        return new ReportBatch<>(selected, Optional.of(selected.get(selected.size() - 1).cursor()));
      }
      selected.add(sizes);
    }
    return new ReportBatch<>(selected, Optional.empty());
  }

  private static Sizes sizes(Tuple row) {
    return new Sizes(
        row.get(0, UUID.class),
        row.get(1, LocalDate.class),
        size(row, 2),
        Math.min(size(row, 3), MAX_TEXT_BYTES),
        Math.min(size(row, 4), MAX_TEXT_BYTES),
        Math.min(size(row, 5), MAX_TEXT_BYTES));
  }

  private static long size(Tuple row, int column) {
    return row.get(column) instanceof Number bytes ? bytes.longValue() : 0;
  }
}
