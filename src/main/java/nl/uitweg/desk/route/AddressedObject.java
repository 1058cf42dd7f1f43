package nl.uitweg.desk.route;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import nl.uitweg.audit.AuditObject;

/** The object of audit events about a request: the report, referral or dossier in its address. */
final class AddressedObject {

  private AddressedObject() {}

  /** The report, otherwise the referral, otherwise the dossier, otherwise the desk. */
  static AuditObject of(UriInfo address) {
    MultivaluedMap<String, String> parameters = address.getPathParameters();
    return Optional.ofNullable(parameters.getFirst("id"))
        .flatMap(ReportInAddress::tryParseId)
        .map(AuditObject::report)
        .or(
            () ->
                Optional.ofNullable(parameters.getFirst("referral"))
                    .flatMap(ReportInAddress::tryParseId)
                    .map(AuditObject::referral))
        .or(
            () ->
                Optional.ofNullable(parameters.getFirst("dossier"))
                    .flatMap(ReportInAddress::tryParseId)
                    .map(AuditObject::dossier))
        .orElse(AuditObject.DESK);
  }
}
