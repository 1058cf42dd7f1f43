package nl.uitweg.desk.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.dossier.Dossier;
import nl.uitweg.dossier.Dossiers;

/**
 * The dossier whose id is in the address of the request ({@code {dossier}}). A dossier that does
 * not exist and a dossier of another municipality get the same response: 404.
 */
@RequestScoped
class DossierInAddress {

  private final UriInfo address;
  private final CurrentOfficer current;
  private final Dossiers dossiers;

  DossierInAddress(UriInfo address, CurrentOfficer current, Dossiers dossiers) {
    this.address = address;
    this.current = current;
    this.dossiers = dossiers;
  }

  UUID id() {
    return ReportInAddress.parseId(address.getPathParameters().getFirst("dossier"));
  }

  /** The dossier, for reading. */
  Dossier get() {
    return dossiers.find(id(), current.get().municipalities()).orElseThrow(NotFoundException::new);
  }

  /**
   * The dossier, locked until the transaction ends.
   *
   * @param other another dossier that the request changes, locked too; both are locked in an order
   *     that is the same for every request
   */
  Dossier getForUpdate(Optional<UUID> other) {
    Stream.concat(Stream.of(id()), other.stream())
        .distinct()
        .sorted()
        .forEach(each -> dossiers.findForUpdate(each, current.get().municipalities()));
    return get();
  }

  /** The dossier that has the reports of a merged dossier now; the same one when not merged. */
  Dossier current(Dossier dossier) {
    Dossier found = dossier;
    while (found.mergedInto().isPresent()) {
      found =
          dossiers
              .find(found.mergedInto().get(), current.get().municipalities())
              .orElseThrow(NotFoundException::new);
    }
    return found;
  }
}
