package nl.uitweg.report.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.uitweg.report.sealed.ReportOrigin;

/**
 * One sealed report as stored in the database, with its messages, notes, translations and wrapped
 * keys. {@link BulkReportReader} decrypts it.
 */
public final class SealedReport {

  final ReportHeader header;
  final byte[] sealed;
  final ReportKeys keys;
  final ReportOrigin origin;
  final List<Text> messages = new ArrayList<>();
  final List<Text> notes = new ArrayList<>();
  final List<Text> translations = new ArrayList<>();
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
   * False when the messages, the notes or the translations exceed {@link
   * ReportSizeStore#MAX_TEXT_BYTES}, so that only some were loaded.
   */
  public boolean hasAllTexts() {
    return hasAllTexts;
  }

  /** Total size of the sealed content and the other texts, in bytes. */
  long size() {
    return sealed.length
        + Stream.of(messages, notes, translations)
            .flatMap(List::stream)
            .mapToLong(text -> text.sealed().length)
            .sum();
  }

  /**
   * A sealed message, note or translation.
   *
   * @param id its id; of a translation, what it translates
   * @param position counted from 1, separately for messages and notes; 0 for a translation
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Text(String id, int position, boolean fromOfficer, byte[] sealed) {}
}
