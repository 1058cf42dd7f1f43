package nl.uitweg.desk.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.audit.AuditEntry;
import nl.uitweg.audit.AuditObject;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction.Rows;
import nl.uitweg.testsupport.StubRequest;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what every route of the desk obeys: which rows it sees, and what is recorded of it. */
class RouteRulesTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final List<String> OWN = List.of("zilvervoort");
  private static final VisibleRows OWN_REPORTS = new VisibleRows(OWN, false);
  private static final VisibleRows NONE = new VisibleRows(List.of(), false);
  private static final VisibleRows CARE = new VisibleRows(List.of(), true);

  @Test
  void showsReportsToOfficersOfAMunicipalityOnly() {
    Officer officer = user(Officer.OFFICER, OWN);
    Officer without = user(Officer.OFFICER, List.of());
    Officer auditor = user(Officer.AUDITOR, OWN);
    assertThat(VisibleRows.of(Rows.REPORTS, officer)).contains(OWN_REPORTS);
    assertThat(VisibleRows.of(Rows.OWN_REPORTS_IF_ANY, officer)).contains(OWN_REPORTS);
    assertThat(VisibleRows.of(Rows.NONE, officer)).contains(NONE);
    for (Officer other : List.of(without, auditor)) {
      assertThat(VisibleRows.of(Rows.REPORTS, other)).isEmpty();
      assertThat(VisibleRows.of(Rows.RECEIVED_REFERRALS, other)).isEmpty();
      assertThat(VisibleRows.of(Rows.OWN_REPORTS_IF_ANY, other)).contains(NONE);
      assertThat(VisibleRows.of(Rows.NONE, other)).contains(NONE);
    }
  }

  @Test
  void showsReceivedReferralsToTheirReceiverOnly() {
    assertThat(VisibleRows.of(Rows.RECEIVED_REFERRALS, user(Officer.CARE_COORDINATOR, OWN)))
        .contains(CARE);
    assertThat(VisibleRows.of(Rows.RECEIVED_REFERRALS, user(Officer.OFFICER, OWN)))
        .contains(OWN_REPORTS);
    assertThat(VisibleRows.of(Rows.REPORTS, user(Officer.CARE_COORDINATOR, OWN))).isEmpty();
  }

  private static Officer user(String role, List<String> municipalities) {
    return new Officer("j.jansen", Set.of(role), municipalities);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 415})
  void recordsARefusedRequestOfAnyMethod(int status) {
    for (String method : List.of("GET", "HEAD", "POST", "DELETE")) {
      assertThat(RefusedRequest.action(method, status)).contains(AuditAction.ACCESS);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 422})
  void recordsARefusedForm(int status) {
    assertThat(RefusedRequest.action("POST", status)).contains(AuditAction.FORM);
    assertThat(RefusedRequest.action("GET", status)).isEmpty();
    assertThat(RefusedRequest.action("HEAD", status)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 303, 500})
  void recordsNothingOfAnAnswer(int status) {
    assertThat(RefusedRequest.action("POST", status)).isEmpty();
    assertThat(RefusedRequest.action("GET", status)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /backoffice/reports, GET /backoffice/reports",
    "POST, /backoffice/reports/7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab/note,"
        + " POST /backoffice/reports/*/note",
    "SECRET, /backoffice, * /backoffice",
    "GET, /backoffice/1234567890123456, GET /backoffice/*",
    "GET, /backoffice/Jansen, GET /backoffice/*",
    "GET, /backoffice/abcdefghijklmnopqrst, GET /backoffice/abcdefghijklmnopqrst",
    "GET, /backoffice/abcdefghijklmnopqrstu, GET /backoffice/*",
    "GET, /backoffice/, GET /backoffice/*",
    "GET, /a/b/c/d/e/f/g/h/secret/name, GET /a/b/c/d/e/f/g/h/*"
  })
  void recordsOnlyFixedPartsOfAnAddress(String method, String path, String recorded) {
    assertThat(RefusedRequest.masked(method, path)).isEqualTo(recorded);
  }

  @Test
  void recordsTheMostPreciseObjectInTheAddress() {
    String id = ID.toString();
    assertThat(object(Map.of("id", id, "referral", id))).isEqualTo(AuditObject.report(ID));
    assertThat(object(Map.of("referral", id, "dossier", id))).isEqualTo(AuditObject.referral(ID));
    assertThat(object(Map.of("dossier", id))).isEqualTo(AuditObject.dossier(ID));
    assertThat(object(Map.of("id", "forged", "dossier", "forged"))).isEqualTo(AuditObject.DESK);
    assertThat(object(Map.of())).isEqualTo(AuditObject.DESK);
  }

  private static AuditObject object(Map<String, String> inPath) {
    return AddressedObject.of(address(inPath));
  }

  private static UriInfo address(Map<String, String> inPath) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    inPath.forEach(parameters::putSingle);
    return StubRequest.stub(
        UriInfo.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getPathParameters" -> parameters;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7B0C4C0E-6F5D-4A5E-9D8E-0123456789AB",
        "7b0c4c0e-6f5d-4a5e-9d8e-0123456789abc",
        "1-1-1-1-1"
      })
  void treatsWhatIsNoIdAsAnUnknownReport(String text) {
    assertThat(ReportInAddress.tryParseId(text)).isEmpty();
    assertThatThrownBy(() -> ReportInAddress.parseId(text)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void readsAnId() {
    assertThat(ReportInAddress.parseId(ID.toString())).isEqualTo(ID);
    assertThat(ReportInAddress.tryParseId(ID.toString())).isEqualTo(Optional.of(ID));
    assertThat(new ReportInAddress(address(Map.of("id", ID.toString())), null, null).id())
        .isEqualTo(ID);
    assertThatThrownBy(() -> ReportInAddress.parseId(null)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void keepsRefusalsUntilTheyAreRecordedOnce() {
    RefusalTrail trail = new RefusalTrail();
    assertThat(trail.isEmpty()).isTrue();
    AuditEntry entry = AuditEntry.refused("j.jansen", AuditAction.READ, AuditObject.DESK);
    trail.add(entry);
    assertThat(trail.isEmpty()).isFalse();
    assertThat(trail.drain()).containsExactly(entry);
    assertThat(trail.isEmpty()).isTrue();
    assertThat(trail.drain()).isEmpty();
  }

  // Without @Path, because the application would serve a resource that it finds among the tests.
  static class Undeclared {
    @GET
    @RolesAllowed("officer")
    public void withoutAction() {}

    @POST
    @DeskAction(records = {})
    public void withoutRoles() {}

    @GET
    @DeskAction(records = {})
    @RolesAllowed("officer")
    public void declared() {}

    @RolesAllowed("officer")
    public void noRoute() {}
  }

  @RolesAllowed("officer")
  static class Declared {
    @GET
    @DeskAction(records = {})
    public void declared() {}
  }

  @Test
  void findsRoutesWithoutADeclaration() {
    assertThat(DeskRoutes.undeclared(Undeclared.class))
        .containsExactlyInAnyOrder("Undeclared.withoutAction", "Undeclared.withoutRoles");
    assertThat(DeskRoutes.undeclared(Declared.class)).isEmpty();
  }

  @Test
  void recognisesTheResourcesOfTheDesk() {
    assertThat(DeskRoutes.contain(resource(Declared.class))).isTrue();
    assertThat(DeskRoutes.contain(resource(StubRequest.class))).isFalse();
    assertThat(DeskRoutes.contain(resource(null))).as("no resource was found").isFalse();
  }

  private static SimpleResourceInfo resource(Class<?> type) {
    return StubRequest.stub(SimpleResourceInfo.class, (proxy, method, arguments) -> type);
  }

  @Test
  void readsTheFieldsOfAForm() {
    StubRequest form =
        StubRequest.ofVisitor()
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .body("a=1&a=2&b=%C3%A9+x");
    assertThat(PostedForm.isForm(form.context())).isTrue();
    assertThat(PostedForm.fields(form.context()))
        .containsOnly(Map.entry("a", List.of("1", "2")), Map.entry("b", List.of("é x")));
    assertThat(PostedForm.isForm(StubRequest.ofVisitor().context())).isFalse();
    assertThat(PostedForm.fields(StubRequest.ofVisitor().context())).isEmpty();
    StubRequest upload = StubRequest.ofVisitor().header("Content-Type", "multipart/form-data");
    assertThat(PostedForm.isForm(upload.context())).isFalse();
  }
}
