package nl.uitweg.report.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * One sealed report as stored in the database, with its messages, notes and wrapped keys. {@link
 * BulkReportReader} decrypts it.
 */
public final class SealedReport {

  final ReportHeader header;
  final byte[] sealed;
  final ReportKeys keys;
  final ReportOrigin origin;
  final List<Text> messages = new ArrayList<>();
  final List<Text> notes = new ArrayList<>();
  boolean hasAllTexts = true;

  SealedReport(ReportOrigin origin, ReportHeader header, byte[] sealed, ReportKeys keys) {
    this.origin = origin;
    this.header = header;
    this.sealed = sealed;
    this.keys = keys;
  }

  /**
   * Whether the report was sent to one municipality but belongs to another, or to none. The
   * application never causes this, so somebody altered the database.
   */
  boolean isMisplaced() {
    return origin.addressedTo().isPresent() && !origin.addressedTo().equals(header.municipality());
  }

  /**
   * False when the messages or the notes exceed {@link ReportSizeStore#MAX_TEXT_BYTES}, so that
   * only the oldest were loaded.
   */
  public boolean hasAllTexts() {
    return hasAllTexts;
  }

  /** Total size of the sealed content, messages and notes, in bytes. */
  long size() {
    return sealed.length
        + Stream.concat(messages.stream(), notes.stream())
            .mapToLong(text -> text.sealed().length)
            .sum();
  }

  /** A sealed message or note. Positions are counted from 1, separately for messages and notes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Text(UUID id, int position, boolean fromOfficer, byte[] sealed) {}
}
