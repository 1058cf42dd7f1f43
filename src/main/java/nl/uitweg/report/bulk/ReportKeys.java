package nl.uitweg.report.bulk;

import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.sealed.StoredKey;

/**
 * The wrapped keys of one report, each for one of the municipalities of the officer; empty when a
 * key is not wrapped for any of them. The conversation key is left out when no messages are loaded,
 * and the notes key when no notes and no translations are loaded. {@link BulkReportReader} unwraps
 * them.
 */
public final class ReportKeys {

  final UUID id;
  final Optional<StoredKey> report;
  final Optional<StoredKey> conversation;
  final Optional<StoredKey> notes;

  ReportKeys(
      UUID id,
      Optional<StoredKey> report,
      Optional<StoredKey> conversation,
      Optional<StoredKey> notes) {
    this.id = id;
    this.report = report;
    this.conversation = conversation;
    this.notes = notes;
  }
}
