package nl.uitweg.signal.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.uitweg.language.Bundles;
import nl.uitweg.language.Languages;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Frame;
import nl.uitweg.page.Frames;
import nl.uitweg.page.Portal;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.signal.FollowUp;

/** Where a reporter comes back with the code: state, messages, answer, delete, withdraw. */
@Path("{language}/code")
class CodeResource {

  private static final int UNPROCESSABLE = 422;
  private static final int MAX_MESSAGE = 10_000;

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final FollowUp followUp;
  private final CodeTokens tokens;
  private final ConversationViews views;
  private final Portal portal;

  CodeResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      FollowUp followUp,
      CodeTokens tokens,
      ConversationViews views,
      Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.followUp = followUp;
    this.tokens = tokens;
    this.views = views;
    this.portal = portal;
  }

  @CheckedTemplate(basePath = "followup")
  static class Templates {
    static native TemplateInstance ask(Frame frame, String typed, String problem, String kept);

    static native TemplateInstance conversation(
        Frame frame,
        String token,
        String state,
        List<ConversationViews.View> messages,
        boolean mayWithdraw,
        String done,
        String problem,
        String typed);

    static native TemplateInstance withdraw(Frame frame, String token);
  }

  @GET
  public Response ask(String language) {
    return html(200, Templates.ask(frame(texts(language)), "", "", ""));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response look(String language, MultivaluedMap<String, String> form) {
    Texts m = texts(language);
    if (form.containsKey("code")) {
      String typed = first(form, "code");
      Optional<Receipt> receipt = Receipt.parse(typed);
      return receipt
          .flatMap(followUp::open)
          .map(overview -> show(200, receipt.orElseThrow(), overview, "", "", "", m))
          .orElseGet(() -> wrong("code.wrong", typed.length() > 200 ? "" : typed, m));
    }
    return tokens
        .read(form.getFirst("token"))
        .map(receipt -> act(receipt, form, m))
        .orElseGet(() -> lost(form, m));
  }

  private Response act(Receipt receipt, MultivaluedMap<String, String> form, Texts m) {
    String text = first(form, "message").strip();
    return switch (first(form, "go")) {
      case "say" ->
          text.isEmpty() || text.length() > MAX_MESSAGE
              ? done(receipt, followUp.open(receipt), 400, "", "code.error-message", text, m)
              : done(receipt, followUp.say(receipt, text), 200, "code.said", "", "", m);
      case "delete" -> done(receipt, followUp.deleteRead(receipt), 200, "code.deleted", "", "", m);
      case "ask-withdraw" -> html(200, Templates.withdraw(frame(m), tokens.write(receipt)));
      case "withdraw" ->
          done(receipt, followUp.withdraw(receipt), 200, "code.withdrawn", "", "", m);
      default -> done(receipt, followUp.open(receipt), 200, "", "", text, m);
    };
  }

  private Response done(
      Receipt receipt,
      Optional<FollowUp.Overview> overview,
      int status,
      String done,
      String problem,
      String typed,
      Texts m) {
    return overview
        .map(found -> show(status, receipt, found, done, problem, typed, m))
        .orElseGet(() -> wrong("code.wrong", "", m));
  }

  private Response show(
      int status,
      Receipt receipt,
      FollowUp.Overview overview,
      String done,
      String problem,
      String typed,
      Texts m) {
    return html(
        status,
        Templates.conversation(
            frame(m),
            tokens.write(receipt),
            m.t("code.state." + overview.state().key()),
            views.of(overview.messages(), m),
            overview.mayWithdraw(),
            done.isEmpty() ? "" : m.t(done),
            problem.isEmpty() ? "" : m.t(problem, MAX_MESSAGE),
            typed));
  }

  /**
   * The page stood open too long: what was typed is given back, to be sent after typing the code
   * again.
   */
  private Response lost(MultivaluedMap<String, String> form, Texts m) {
    String typed = first(form, "message");
    return html(400, Templates.ask(frame(m), "", m.t("code.lost"), typed));
  }

  private Response wrong(String problem, String typed, Texts m) {
    return html(UNPROCESSABLE, Templates.ask(frame(m), typed, m.t(problem), ""));
  }

  private static String first(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private Frame frame(Texts m) {
    return frames.of(m.language(), "code", m.t("code.title"), m.t("code.description"));
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }

  private static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .entity(template.render())
        .build();
  }
}
