package nl.uitweg.desk.route;

import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;

/**
 * The rows that the transaction of a route may see. {@link DeskActionInterceptor} restricts the
 * transaction to them.
 *
 * @param municipalities ids of the municipalities whose reports are visible, with those that nobody
 *     has taken; when empty, no reports are visible
 * @param ofCareCoordination whether the referrals to the care coordination are visible instead
 */
record VisibleRows(List<String> municipalities, boolean ofCareCoordination) {

  private static final VisibleRows NONE = new VisibleRows(List.of(), false);

  /** The rows for this officer; empty when the officer may not use the route. */
  static Optional<VisibleRows> of(DeskAction.Rows rows, Officer officer) {
    return switch (rows) {
      case REPORTS -> reports(officer);
      case OWN_REPORTS_IF_ANY -> reports(officer).or(() -> Optional.of(NONE));
      case RECEIVED_REFERRALS ->
          officer.roles().contains(Officer.CARE_COORDINATOR)
              ? Optional.of(new VisibleRows(List.of(), true))
              : reports(officer);
      case NONE -> Optional.of(NONE);
    };
  }

  private static Optional<VisibleRows> reports(Officer officer) {
    return officer.mayReadReports()
        ? Optional.of(new VisibleRows(officer.municipalities(), false))
        : Optional.empty();
  }
}
