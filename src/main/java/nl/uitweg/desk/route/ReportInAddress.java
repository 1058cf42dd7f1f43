package nl.uitweg.desk.route;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import org.jspecify.annotations.Nullable;

/**
 * The report whose id is in the address of the request ({@code {id}}). A report that does not exist
 * and a report of another municipality get the same response: 404.
 */
@RequestScoped
public class ReportInAddress {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final UriInfo address;
  private final CurrentOfficer current;
  private final Reports reports;

  ReportInAddress(UriInfo address, CurrentOfficer current, Reports reports) {
    this.address = address;
    this.current = current;
    this.reports = reports;
  }

  /** The report, for reading. */
  public Report get() {
    return orNotFound(reports.findVisible(id(), current.get().municipalities()));
  }

  /** The report, locked until the transaction ends. */
  public Report getForUpdate() {
    return orNotFound(reports.findForUpdate(id(), current.get().municipalities()));
  }

  /**
   * Its id; the report need not exist.
   *
   * @throws NotFoundException when the text in the address is not an id
   */
  public UUID id() {
    return parseId(address.getPathParameters().getFirst("id"));
  }

  private static Report orNotFound(Optional<Report> report) {
    return report.orElseThrow(NotFoundException::new);
  }

  /**
   * Parses the id of a report or a referral.
   *
   * @throws NotFoundException when the text is not an id
   */
  public static UUID parseId(@Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(ReportInAddress::tryParseId)
        .orElseThrow(NotFoundException::new);
  }

  /** Parses an id; empty when the text is not one. */
  public static Optional<UUID> tryParseId(String text) {
    return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
