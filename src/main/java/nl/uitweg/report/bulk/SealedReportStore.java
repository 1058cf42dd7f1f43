package nl.uitweg.report.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.uitweg.report.Reports;
import nl.uitweg.report.bulk.ReportSizeStore.Parts;
import nl.uitweg.report.bulk.ReportSizeStore.Sizes;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.ReportOrigin;
import nl.uitweg.report.sealed.StoredKey;

/**
 * Fetches sealed reports with their messages, notes, translations and keys. Needs at most eight
 * queries, however many reports there are; {@link ReportSizeStore} limits the size of a batch in
 * bytes. Uses no entities, because creating ten thousand of them takes longer than decrypting the
 * reports. Callers must have started a transaction.
 */
@ApplicationScoped
class SealedReportStore {

  private final EntityManager database;
  private final ReportSizeStore sizes;
  private final Reports reports;

  SealedReportStore(EntityManager database, ReportSizeStore sizes, Reports reports) {
    this.database = database;
    this.sizes = sizes;
    this.reports = reports;
  }

  /** Fetches reports with the given parts: their content, or also the other texts. */
  ReportBatch<SealedReport> fetch(
      ReportFilter filter,
      List<String> municipalities,
      Optional<ReportCursor> after,
      int limit,
      Parts parts) {
    ReportBatch<Sizes> selected = sizes.select(filter, municipalities, after, limit, parts);
    Map<UUID, SealedReport> fetched =
        fetchReports(keys(selected.reports(), municipalities), municipalities);
    fetchMessages(bytes(selected, Sizes::messages), fetched);
    fetchNotes(bytes(selected, Sizes::notes), fetched);
    fetchTranslations(bytes(selected, Sizes::translations), fetched);
    return new ReportBatch<>(
        selected.reports().stream()
            .flatMap(report -> Optional.ofNullable(fetched.get(report.id())).stream())
            .toList(),
        selected.next());
  }

  /** Fetches only the keys of reports. */
  ReportBatch<ReportKeys> fetchKeys(
      ReportFilter filter, List<String> municipalities, Optional<ReportCursor> after, int limit) {
    ReportBatch<Sizes> selected = sizes.select(filter, municipalities, after, limit, Parts.KEYS);
    return new ReportBatch<>(
        List.copyOf(keys(selected.reports(), municipalities).values()), selected.next());
  }

  private Map<UUID, ReportKeys> keys(List<Sizes> selected, List<String> municipalities) {
    Map<UUID, StoredKey> report = keys(KeyName.REPORT, ids(selected, sizes -> 1), municipalities);
    Map<UUID, StoredKey> conversation =
        keys(KeyName.CONVERSATION, ids(selected, Sizes::messages), municipalities);
    Map<UUID, StoredKey> notes =
        keys(KeyName.NOTES, ids(selected, Sizes::underNotesKey), municipalities);
    Map<UUID, ReportKeys> keys = new LinkedHashMap<>();
    for (Sizes each : selected) {
      UUID id = each.id();
      keys.put(
          id,
          new ReportKeys(
              id,
              Optional.ofNullable(report.get(id)),
              Optional.ofNullable(conversation.get(id)),
              Optional.ofNullable(notes.get(id))));
    }
    return keys;
  }

  private Map<UUID, StoredKey> keys(
      String keyName, List<UUID> reportIds, List<String> municipalities) {
    return reportIds.isEmpty() ? Map.of() : reports.storedKeys(keyName, reportIds, municipalities);
  }

  private static List<UUID> ids(List<Sizes> selected, ToLongFunction<Sizes> size) {
    return selected.stream().filter(sizes -> size.applyAsLong(sizes) > 0).map(Sizes::id).toList();
  }

  private static Map<UUID, Long> bytes(ReportBatch<Sizes> selected, ToLongFunction<Sizes> size) {
    Map<UUID, Long> bytes = new LinkedHashMap<>();
    for (Sizes each : selected.reports()) {
      if (size.applyAsLong(each) > 0) {
        bytes.put(each.id(), size.applyAsLong(each));
      }
    }
    return bytes;
  }

  private Map<UUID, SealedReport> fetchReports(
      Map<UUID, ReportKeys> keys, List<String> municipalities) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select s.id, s.municipality, s.forms, s.state, s.urgency, s.received_on, s.sealed,
                       s.addressed_to
                from report s
                where s.id = any (:reports)
                  and (s.municipality is null or s.municipality = any (:municipalities))""",
                Tuple.class)
            .setParameter("reports", keys.keySet().toArray(new UUID[0]))
            .setParameter("municipalities", municipalities.toArray(new String[0]))
            .getResultList();
    Map<UUID, SealedReport> fetched = new HashMap<>();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      UUID id = row.get(0, UUID.class);
      ReportKeys keysOfReport = keys.get(id);
      if (keysOfReport != null) {
        fetched.put(id, sealedReport(row, keysOfReport));
      }
    }
    return fetched;
  }

  private static SealedReport sealedReport(Tuple row, ReportKeys keys) {
    ReportHeader header =
        new ReportHeader(
            row.get(0, UUID.class),
            Optional.ofNullable(row.get(1, String.class)),
            List.of(row.get(2, String[].class)),
            ReportState.valueOf(row.get(3, String.class)),
            Urgency.valueOf(row.get(4, String.class)),
            row.get(5, LocalDate.class));
    ReportOrigin origin =
        new ReportOrigin(header.id(), Optional.ofNullable(row.get(7, String.class)));
    return new SealedReport(origin, header, row.get(6, byte[].class), keys);
  }

  private void fetchMessages(Map<UUID, Long> bytes, Map<UUID, SealedReport> reports) {
    fetchTexts(
        database.createNativeQuery(
            """
            select b.report_id, cast(t.id as text), t.position, t.from_officer, case when t.total <= b.bytes then t.sealed end
            from unnest(cast(:reports as uuid[]), cast(:bytes as bigint[])) as b (report_id, bytes)
            cross join lateral (
              select id, position, from_officer, sealed, sum(octet_length(sealed)) over (order by position) as total
              from message where report_id = b.report_id) t
            order by b.report_id, t.position""",
            Tuple.class),
        bytes,
        reports,
        report -> report.messages);
  }

  private void fetchNotes(Map<UUID, Long> bytes, Map<UUID, SealedReport> reports) {
    fetchTexts(
        database.createNativeQuery(
            """
            select b.report_id, cast(t.id as text), t.position, true, case when t.total <= b.bytes then t.sealed end
            from unnest(cast(:reports as uuid[]), cast(:bytes as bigint[])) as b (report_id, bytes)
            cross join lateral (
              select id, position, sealed, sum(octet_length(sealed)) over (order by position) as total
              from note where report_id = b.report_id) t
            order by b.report_id, t.position""",
            Tuple.class),
        bytes,
        reports,
        report -> report.notes);
  }

  private void fetchTranslations(Map<UUID, Long> bytes, Map<UUID, SealedReport> reports) {
    fetchTexts(
        database.createNativeQuery(
            """
            select b.report_id, t.part, 0, true, case when t.total <= b.bytes then t.sealed end
            from unnest(cast(:reports as uuid[]), cast(:bytes as bigint[])) as b (report_id, bytes)
            cross join lateral (
              select part, sealed, sum(octet_length(sealed)) over (order by part) as total
              from translation where report_id = b.report_id) t
            order by b.report_id, t.part""",
            Tuple.class),
        bytes,
        reports,
        report -> report.translations);
  }

  /**
   * Adds the oldest messages or notes of each report to it, or its translations.
   *
   * @param bytes maximum total size of the texts, by report; texts beyond it are not loaded
   * @param texts gives the list to which the texts of a report are added
   */
  private static void fetchTexts(
      Query query,
      Map<UUID, Long> bytes,
      Map<UUID, SealedReport> reports,
      Function<SealedReport, List<SealedReport.Text>> texts) {
    if (bytes.isEmpty()) {
      return;
    }
    query.setParameter("reports", bytes.keySet().toArray(new UUID[0]));
    query.setParameter("bytes", bytes.values().toArray(new Long[0]));
    for (Object each : query.getResultList()) {
      Tuple row = (Tuple) each;
      SealedReport report = reports.get(row.get(0, UUID.class));
      byte[] sealed = row.get(4, byte[].class);
      if (report == null) {
        continue;
      }
      if (sealed == null) {
        report.hasAllTexts = false;
      } else {
        texts
            .apply(report)
            .add(
                new SealedReport.Text(
                    row.get(1, String.class),
                    row.get(2, Integer.class),
                    row.get(3, Boolean.class),
                    sealed));
      }
    }
  }
}
