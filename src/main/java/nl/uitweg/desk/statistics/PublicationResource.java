package nl.uitweg.desk.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.desk.route.RefusalTrail;
import nl.uitweg.desk.statistics.count.Dimension;
import nl.uitweg.desk.statistics.count.Figures;
import nl.uitweg.desk.statistics.count.HalfYear;
import nl.uitweg.desk.statistics.count.Period;
import nl.uitweg.desk.statistics.count.SafeTable;
import nl.uitweg.figures.PublishedFigures;
import nl.uitweg.platform.i18n.DutchTime;

/**
 * Publishes the figures of the region of a past half-year on the public site, or withdraws them.
 * Published figures stay as they were on the day of publication.
 */
@Path("backoffice/statistics/public")
@RolesAllowed(Officer.ADMINISTRATOR)
class PublicationResource {

  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final Figures figures;
  private final PublishedFigures published;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final Clock clock;

  PublicationResource(
      CurrentOfficer current,
      Figures figures,
      PublishedFigures published,
      AuditTrail audit,
      RefusalTrail refusals,
      Clock clock) {
    this.current = current;
    this.figures = figures;
    this.published = published;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(
      rows = DeskAction.Rows.OWN_REPORTS_IF_ANY,
      records = {AuditAction.PUBLISH_FIGURES, AuditAction.WITHDRAW_FIGURES})
  public Response change(MultivaluedMap<String, String> form) {
    Officer officer = current.get();
    StatisticsScope scope = StatisticsScope.of(StatisticsScope.REGION, DutchTime.today(clock));
    Optional<HalfYear> halfYear =
        HalfYear.of(Optional.ofNullable(form.getFirst("half")).orElse(""))
            .filter(scope.halfYears()::contains);
    if (halfYear.isEmpty()) {
      refusals.add(
          AuditEntry.refused(
              officer.name(), AuditAction.PUBLISH_FIGURES, AuditObject.statistics("region")));
      throw new WebApplicationException(UNPROCESSABLE);
    }
    boolean withdraw = "off".equals(form.getFirst("go"));
    if (withdraw) {
      published.withdraw(halfYear.get().key());
    } else {
      published.publish(halfYear.get().key(), figures(halfYear.get()));
    }
    audit.add(
        AuditEntry.done(
            officer.name(),
            withdraw ? AuditAction.WITHDRAW_FIGURES : AuditAction.PUBLISH_FIGURES,
            AuditObject.statistics("region/" + halfYear.get().key())));
    return Response.seeOther(
            URI.create(
                "/backoffice/statistics?of=region&from="
                    + halfYear.get().key()
                    + "&to="
                    + halfYear.get().key()))
        .build();
  }

  private List<PublishedFigures.Figure> figures(HalfYear halfYear) {
    Map<Dimension, SafeTable> tables = figures.of(halfYear);
    List<PublishedFigures.Figure> figuresToPublish = new ArrayList<>();
    for (Dimension dimension : List.of(Dimension.FORM, Dimension.SOURCE)) {
      SafeTable table = tables.getOrDefault(dimension, SafeTable.empty(List.of(), List.of()));
      if (figuresToPublish.isEmpty()) {
        figuresToPublish.add(
            new PublishedFigures.Figure(halfYear.key(), "total", "all", table.total()));
      }
      for (Period.Line line : Period.ofRegion(List.of(table)).lines()) {
        figuresToPublish.add(
            new PublishedFigures.Figure(
                halfYear.key(), dimension.key(), line.category(), line.number()));
      }
    }
    return figuresToPublish;
  }
}
