package nl.uitweg.report.received;

import nl.uitweg.platform.sealing.UnsealException;

/**
 * The report was deleted when its time had come, as the audit says, and is there again: somebody
 * put it back from a copy of the database.
 */
public class PurgedReportException extends UnsealException {

  private static final long serialVersionUID = 1;

  public PurgedReportException() {
    super("the report was purged");
  }
}
