package nl.uitweg.report.received;

import nl.uitweg.platform.sealing.UnsealException;

/**
 * Thrown when the audit trail records that a report was purged, but its rows are in the database
 * because somebody restored them from a copy.
 */
public class PurgedReportException extends UnsealException {

  private static final long serialVersionUID = 1;

  public PurgedReportException() {
    super("the report was purged");
  }
}
