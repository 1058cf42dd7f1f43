package nl.uitweg.desk.instruments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.uitweg.desk.Desk;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.http.HtmlResponse;

/**
 * Shows the instruments as a reference. The page contains nothing about any report, so reading it
 * is not recorded in the audit trail.
 */
@Path("backoffice/instruments")
@RolesAllowed(Officer.OFFICER)
class InstrumentsResource {

  private static final int MAX_QUERY_LENGTH = 200;

  private final CurrentOfficer current;
  private final DeskFactory deskFactory;
  private final Instruments instruments;

  InstrumentsResource(CurrentOfficer current, DeskFactory deskFactory, Instruments instruments) {
    this.current = current;
    this.deskFactory = deskFactory;
    this.instruments = instruments;
  }

  @CheckedTemplate(basePath = "desk/instruments")
  static class Templates {
    static native TemplateInstance instruments(
        Desk desk, String query, List<Instruments.View> results, String source);
  }

  @GET
  @DeskAction(
      rows = DeskAction.Rows.NONE,
      records = {})
  public Response find(@QueryParam("q") @DefaultValue("") String q, HttpServerRequest request) {
    Officer officer = current.get();
    Desk desk = deskFactory.create(request, officer, "instruments.title");
    String query = q.length() > MAX_QUERY_LENGTH ? q.substring(0, MAX_QUERY_LENGTH) : q;
    return HtmlResponse.ok(
        Templates.instruments(
            desk, query, instruments.find(query, desk.texts()), instruments.source()));
  }
}
