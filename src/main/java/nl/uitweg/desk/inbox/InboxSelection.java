package nl.uitweg.desk.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;

/**
 * Which reports the inbox shows or counts, as {@link InboxQuery} decides; {@link InboxStore} finds
 * them.
 *
 * @param form form of exploitation
 * @param tested kind → value of the {@link JoinCondition}s that are tested per report
 * @param smallSet ids of the only reports that can match; empty when no condition limits them to
 *     few
 */
record InboxSelection(
    InboxScope scope,
    Optional<ReportState> state,
    Optional<Urgency> urgency,
    Optional<String> form,
    Map<JoinCondition.Kind, String> tested,
    Optional<List<UUID>> smallSet) {

  /** Whether no report can match. */
  boolean isEmpty() {
    return scope.isEmpty() || smallSet.filter(List::isEmpty).isPresent();
  }

  /**
   * The selection that is left from the start of a page on. PostgreSQL starts to read an index at
   * one of its bounds: with the bound of a filter, it would read all reports up to the cursor.
   *
   * @param backwards whether the page ends before the cursor instead of starting after it
   */
  InboxSelection startingAt(Cursor cursor, boolean backwards) {
    if (!scope.hasBounds()) {
      return this;
    }
    LocalDate day = cursor.received();
    return new InboxSelection(
        backwards ? scope.from(day) : scope.until(day), state, urgency, form, tested, smallSet);
  }
}
