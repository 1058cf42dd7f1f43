package nl.uitweg.desk.inbox;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.route.SealedAccess;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.persistence.DatabaseAccess;
import org.jspecify.annotations.Nullable;

/**
 * Tells an open list, with the token of {@link ListWatch}, that something changed. {@code
 * changes.js} asks for it without cookies, so that asking never extends a login.
 */
@Path("backoffice/changes")
@SealedAccess
@PermitAll
class ChangesResource {

  private final ListWatch watch;
  private final DatabaseAccess access;
  private final DeskFactory deskFactory;

  ChangesResource(ListWatch watch, DatabaseAccess access, DeskFactory deskFactory) {
    this.watch = watch;
    this.access = access;
    this.deskFactory = deskFactory;
  }

  /**
   * One sentence that says what changed; no content when nothing did.
   *
   * @throws ForbiddenException when the token is missing, forged, or has ended
   */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  @Transactional
  public Response changes(
      @HeaderParam("X-List") @Nullable String token, HttpServerRequest request) {
    ListWatch.Watched watched =
        Optional.ofNullable(token).flatMap(watch::open).orElseThrow(ForbiddenException::new);
    access.asDesk(watched.municipalities());
    ListWatch.Numbers now = watch.now(watched.municipalities());
    if (now.equals(watched.shown())) {
      return Response.noContent().build();
    }
    Texts texts = deskFactory.texts(request);
    int added = now.open() - watched.shown().open();
    String sentence =
        added > 0 ? texts.get("inbox.changes-new", added) : texts.get("inbox.changes");
    return Response.ok(sentence).build();
  }
}
