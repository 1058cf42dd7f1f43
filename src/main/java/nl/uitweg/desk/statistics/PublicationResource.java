package nl.uitweg.desk.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.uitweg.audit.AuditTrail;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.RefusalTrail;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.figures.PublishedFigures;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.persistence.DatabaseAccess;

/**
 * Puts the region's figures of a half-year that has ended on the public site, or takes them off.
 * What is public stays as it was on that day.
 */
@Path("backoffice/statistics/public")
@RolesAllowed(Officer.ADMINISTRATOR)
class PublicationResource {

  private static final int UNPROCESSABLE = 422;

  private final CurrentOfficer current;
  private final DeskTokens tokens;
  private final DatabaseAccess access;
  private final Figures figures;
  private final PublishedFigures published;
  private final AuditTrail audit;
  private final RefusalTrail refusals;
  private final Clock clock;

  PublicationResource(
      CurrentOfficer current,
      DeskTokens tokens,
      DatabaseAccess access,
      Figures figures,
      PublishedFigures published,
      AuditTrail audit,
      RefusalTrail refusals,
      Clock clock) {
    this.current = current;
    this.tokens = tokens;
    this.access = access;
    this.figures = figures;
    this.published = published;
    this.audit = audit;
    this.refusals = refusals;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response change(MultivaluedMap<String, String> form) {
    Officer officer = current.get();
    tokens.check(form, officer);
    access.asDesk(officer.municipalities());
    Choice choice = Choice.of(Choice.REGION, DutchTime.today(clock));
    Optional<HalfYear> half =
        HalfYear.of(Optional.ofNullable(form.getFirst("half")).orElse(""))
            .filter(choice.possible()::contains);
    if (half.isEmpty()) {
      refusals.add(
          new AuditTrail.Entry(
              officer.name(), "publish-figures", "statistics/region", "refused", ""));
      return Response.status(UNPROCESSABLE).build();
    }
    boolean off = "off".equals(form.getFirst("go"));
    if (off) {
      published.withdraw(half.get().key());
    } else {
      published.publish(half.get().key(), figures(half.get()));
    }
    audit.add(
        new AuditTrail.Entry(
            officer.name(),
            off ? "withdraw-figures" : "publish-figures",
            "statistics/region/" + half.get().key(),
            "done",
            ""));
    return Response.seeOther(
            URI.create(
                "/backoffice/statistics?of=region&from="
                    + half.get().key()
                    + "&to="
                    + half.get().key()))
        .build();
  }

  private List<PublishedFigures.Figure> figures(HalfYear half) {
    Map<Dimension, SafeTable> safe = figures.of(half);
    List<PublishedFigures.Figure> all = new ArrayList<>();
    for (Dimension dimension : List.of(Dimension.FORM, Dimension.SOURCE)) {
      SafeTable table = safe.getOrDefault(dimension, SafeTable.nothing(List.of(), List.of()));
      if (all.isEmpty()) {
        all.add(new PublishedFigures.Figure(half.key(), "total", "all", table.total()));
      }
      for (Period.Line line : Period.ofRegion(List.of(table)).lines()) {
        all.add(
            new PublishedFigures.Figure(
                half.key(), dimension.key(), line.category(), line.number()));
      }
    }
    return all;
  }
}
