package nl.uitweg.signal.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.body.Upload;
import nl.uitweg.language.Bundles;
import nl.uitweg.language.Languages;
import nl.uitweg.language.Texts;
import nl.uitweg.page.Failure;
import nl.uitweg.page.Frame;
import nl.uitweg.page.Frames;
import nl.uitweg.page.Multipart;
import nl.uitweg.page.Portal;
import nl.uitweg.sealing.Receipt;
import nl.uitweg.signal.FollowUp;
import nl.uitweg.signal.Words;
import nl.uitweg.signal.attachment.FileProblem;
import nl.uitweg.signal.attachment.Intake;
import nl.uitweg.signal.attachment.ReceivedFile;
import nl.uitweg.signal.attachment.Receiving;
import org.jboss.logging.Logger;

/** Where a reporter comes back with the code: state, messages, answer, delete, withdraw. */
@Path("{language}/code")
class CodeResource {

  private static final int UNPROCESSABLE = 422;
  private static final int BAD = 400;
  private static final Logger LOG = Logger.getLogger(CodeResource.class);
  private static final int MAX_MESSAGE = 10_000;
  private static final Said NOTHING = new Said("", Map.of());

  private final Languages languages;
  private final Bundles bundles;
  private final Frames frames;
  private final FollowUp followUp;
  private final Receiving receiving;
  private final CodeTokens tokens;
  private final ConversationViews views;
  private final PhraseAnswers answers;
  private final Portal portal;

  CodeResource(
      Languages languages,
      Bundles bundles,
      Frames frames,
      FollowUp followUp,
      Receiving receiving,
      CodeTokens tokens,
      ConversationViews views,
      PhraseAnswers answers,
      Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.frames = frames;
    this.followUp = followUp;
    this.receiving = receiving;
    this.tokens = tokens;
    this.views = views;
    this.answers = answers;
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
        List<ConversationViews.Asked> asked,
        boolean mayWithdraw,
        String done,
        List<String> problems,
        String typed,
        List<String> fileProblems,
        boolean uncleaned);

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
          .map(
              overview ->
                  show(200, receipt.orElseThrow(), overview, "", "", NOTHING, List.of(), false, m))
          .orElseGet(() -> wrong("code.wrong", typed.length() > 200 ? "" : typed, m));
    }
    return tokens
        .read(form.getFirst("token"))
        .map(receipt -> act(receipt, form, m))
        .orElseGet(() -> lost(form, m));
  }

  private Response act(Receipt receipt, MultivaluedMap<String, String> form, Texts m) {
    Said said = said(form);
    return switch (first(form, "go")) {
      case "say" -> say(receipt, first(form, "token"), said, List.of(), m);
      case "delete" ->
          done(receipt, followUp.deleteRead(receipt), 200, "code.deleted", "", NOTHING, m);
      case "ask-withdraw" -> html(200, Templates.withdraw(frame(m), tokens.write(receipt)));
      case "withdraw" ->
          done(receipt, followUp.withdraw(receipt), 200, "code.withdrawn", "", NOTHING, m);
      default -> done(receipt, followUp.open(receipt), 200, "", "", said, m);
    };
  }

  /** A message with files; all of it has arrived, sealed, and is nowhere in the clear. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public Response sayWithFiles(String language, RoutingContext context) {
    Texts m = texts(language);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    Upload upload = Upload.of(context);
    try (Intake intake = receiving.start()) {
      upload.read(
          form::add,
          (name, content) -> {
            if (tokens.read(form.getFirst("token")).isPresent()) {
              intake.add(name, content);
            }
          });
      Optional<Receipt> receipt = tokens.read(form.getFirst("token"));
      if (receipt.isEmpty()) {
        return lost(form, m);
      }
      Said said = said(form);
      boolean uncleaned = form.containsKey("uncleaned");
      List<FileProblem> problems = intake.problems(uncleaned);
      if (!problems.isEmpty()) {
        return followUp
            .open(receipt.get())
            .map(found -> show(BAD, receipt.get(), found, "", "", said, problems, uncleaned, m))
            .orElseGet(() -> wrong("code.wrong", "", m));
      }
      return say(receipt.get(), first(form, "token"), said, intake.files(), m);
    } catch (Multipart.BrokenForm broken) {
      return lost(form, m);
    } catch (IOException failure) {
      LOG.error(Failure.describe(failure));
      return notSent(said(form), m);
    }
  }

  private Response say(
      Receipt receipt, String token, Said said, List<ReceivedFile> files, Texts m) {
    if ((said.empty() && files.isEmpty()) || said.text().length() > MAX_MESSAGE) {
      return done(receipt, followUp.open(receipt), BAD, "", "code.error-message", said, m);
    }
    try {
      UUID id = messageId(token, said, files);
      Words words = answers.words(said.text(), said.answers(), m.language());
      return done(
          receipt, followUp.say(receipt, id, words, files), 200, "code.said", "", NOTHING, m);
    } catch (FollowUp.TooManyFiles e) {
      return done(receipt, followUp.open(receipt), BAD, "", "code.error-files", said, m);
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return notSent(said, m);
    }
  }

  /** The same words and files from the same page are one message, however often they are sent. */
  private static UUID messageId(String token, Said said, List<ReceivedFile> files) {
    StringBuilder name = new StringBuilder(token).append('\n').append(said.text());
    said.answers()
        .forEach((key, answer) -> name.append('\n').append(key).append(' ').append(answer));
    files.forEach(file -> name.append('\n').append(HexFormat.of().formatHex(file.digest())));
    return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The database does not answer, or the disk is full: gives back what was typed. */
  private Response notSent(Said said, Texts m) {
    return html(503, Templates.ask(errorFrame(m), "", m.t("code.not-sent"), kept(said, m)));
  }

  private Response done(
      Receipt receipt,
      Optional<FollowUp.Overview> overview,
      int status,
      String done,
      String problem,
      Said said,
      Texts m) {
    return overview
        .map(found -> show(status, receipt, found, done, problem, said, List.of(), false, m))
        .orElseGet(() -> wrong("code.wrong", "", m));
  }

  private Response show(
      int status,
      Receipt receipt,
      FollowUp.Overview overview,
      String done,
      String problem,
      Said said,
      List<FileProblem> fileProblems,
      boolean uncleaned,
      Texts m) {
    return html(
        status,
        Templates.conversation(
            status == 200 ? frame(m) : errorFrame(m),
            tokens.write(receipt),
            m.t("code.state." + overview.state().key()),
            views.of(overview.messages(), m),
            views.asked(overview.messages(), said.answers(), m),
            overview.mayWithdraw(),
            done.isEmpty() ? "" : m.t(done),
            problem.isEmpty() ? List.of() : List.of(m.t(problem, MAX_MESSAGE)),
            said.text(),
            fileProblems.stream()
                .map(file -> m.t("form.file-" + file.reason().key(), file.name()))
                .toList(),
            uncleaned));
  }

  /**
   * The page stood open too long: what was typed is given back, to be sent after typing the code
   * again.
   */
  private Response lost(MultivaluedMap<String, String> form, Texts m) {
    return html(400, Templates.ask(errorFrame(m), "", m.t("code.lost"), kept(said(form), m)));
  }

  private String kept(Said said, Texts m) {
    return answers.plain(said.text(), said.answers(), m.language());
  }

  /** What the reporter typed and chose. */
  private record Said(String text, Map<String, String> answers) {
    boolean empty() {
      return text.isEmpty() && answers.isEmpty();
    }
  }

  private Said said(MultivaluedMap<String, String> form) {
    return new Said(first(form, "message").strip(), answers.in(form));
  }

  private Response wrong(String problem, String typed, Texts m) {
    return html(UNPROCESSABLE, Templates.ask(errorFrame(m), typed, m.t(problem), ""));
  }

  private static String first(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private Frame frame(Texts m) {
    return frames.of(m.language(), "code", m.t("code.title"), m.t("code.description"));
  }

  private Frame errorFrame(Texts m) {
    return frames.unlisted(
        m.language(), "code", m.t("form.error-prefix") + " " + m.t("code.title"));
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
