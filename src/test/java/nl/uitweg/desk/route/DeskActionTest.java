package nl.uitweg.desk.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.testsupport.AuditRows;
import nl.uitweg.testsupport.DeskClient;
import nl.uitweg.testsupport.ServerTest;
import org.junit.jupiter.api.Test;

/** Routes of the desk that lack a declaration or an audit event. */
@ServerTest
class DeskActionTest {

  @TestHTTPResource("/")
  String root;

  @Test
  void recordsDeclaredActionWhenRouteAddsNoEvent() {
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      UUID referral = UUID.randomUUID();
      assertThat(desk.get("/backoffice/unrecorded/" + referral).status()).isEqualTo(200);
      assertThat(AuditRows.about("referral/" + referral))
          .containsExactly("zilvervoort referral-read done");
    }
  }

  @Test
  void recordsDeclaredActionWhenRouteAddsOtherEventsOnly() {
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      UUID referral = UUID.randomUUID();
      assertThat(desk.get("/backoffice/unrecorded/" + referral + "/other").status()).isEqualTo(200);
      assertThat(AuditRows.about("referral/" + referral))
          .containsExactly("zilvervoort referral-read done");
    }
  }

  @Test
  void failsWhenFormIsAnsweredWithPageAndNoEvent() {
    try (DeskClient desk = new DeskClient(root.substring(0, root.length() - 1), "zilvervoort")) {
      String address = "/backoffice/unrecorded/" + UUID.randomUUID();
      APIResponse response = desk.post("/backoffice/search", address + "/page");
      assertThat(response.status()).isEqualTo(500);
      assertThat(response.text()).doesNotContain("shown without an event");
    }
  }

  /** {@link DeskRoutes} names these routes in the error that stops the start of the application. */
  @Test
  void routesWithoutDeclarationAreFound() {
    assertThat(DeskRoutes.undeclared(UndeclaredResource.class))
        .containsExactlyInAnyOrder("UndeclaredResource.noRole", "UndeclaredResource.noAction");
  }

  static class UndeclaredResource {

    @GET
    @DeskAction(records = {})
    public Response noRole() {
      return Response.noContent().build();
    }

    @POST
    @Path("change")
    @RolesAllowed(Officer.OFFICER)
    public Response noAction() {
      return Response.noContent().build();
    }

    @GET
    @Path("declared")
    @RolesAllowed(Officer.OFFICER)
    @DeskAction(records = {})
    public Response declared() {
      return Response.noContent().build();
    }
  }
}
