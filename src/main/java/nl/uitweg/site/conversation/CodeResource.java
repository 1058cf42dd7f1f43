package nl.uitweg.site.conversation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.uitweg.platform.body.Upload;
import nl.uitweg.platform.http.ErrorPages;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.Multipart;
import nl.uitweg.platform.i18n.Bundles;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.Frame;
import nl.uitweg.platform.sealing.Receipt;
import nl.uitweg.platform.sealing.Receipts;
import nl.uitweg.platform.settings.Portal;
import nl.uitweg.report.FollowUp;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.intake.FileProblem;
import nl.uitweg.report.intake.Intake;
import nl.uitweg.report.intake.IntakeFactory;
import nl.uitweg.report.intake.ReceivedFile;
import org.jboss.logging.Logger;

/** Where a reporter comes back with the code: state, messages, answer, delete, withdraw. */
@Path("{language}/code")
class CodeResource {

  private static final int BAD = 400;
  private static final Logger LOG = Logger.getLogger(CodeResource.class);
  private static final int MAX_MESSAGE = 10_000;
  private static final UserInput NOTHING = new UserInput("", Map.of());

  private final Languages languages;
  private final Bundles bundles;
  private final CodePages pages;
  private final CodeLookup lookup;
  private final ErrorPages errors;
  private final FollowUp followUp;
  private final IntakeFactory intakes;
  private final CodeTokens tokens;
  private final ConversationViews views;
  private final PhraseAnswers answers;
  private final Portal portal;

  CodeResource(
      Languages languages,
      Bundles bundles,
      CodePages pages,
      CodeLookup lookup,
      ErrorPages errors,
      FollowUp followUp,
      IntakeFactory intakes,
      CodeTokens tokens,
      ConversationViews views,
      PhraseAnswers answers,
      Portal portal) {
    this.languages = languages;
    this.bundles = bundles;
    this.pages = pages;
    this.lookup = lookup;
    this.errors = errors;
    this.followUp = followUp;
    this.intakes = intakes;
    this.tokens = tokens;
    this.views = views;
    this.answers = answers;
    this.portal = portal;
  }

  @CheckedTemplate(basePath = "followup")
  static class Templates {
    static native TemplateInstance conversation(
        Frame frame,
        String token,
        String state,
        List<ConversationViews.View> messages,
        List<ConversationViews.OpenQuestion> asked,
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
    return pages.ask(texts(language));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response look(
      String language, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Texts texts = texts(language);
    if (form.containsKey("code")) {
      return guess(first(form, "code"), request, texts);
    }
    return tokens
        .read(form.getFirst("token"))
        .map(receipt -> known(request, said(form), texts, () -> act(receipt, form, texts)))
        .orElseGet(() -> lost(form, texts));
  }

  private Response guess(String typed, HttpServerRequest request, Texts texts) {
    CodeLookup.Outcome outcome = lookup.guess(typed, request);
    return switch (outcome.admission()) {
      case TOO_MANY_WRONG -> errors.wait(lookup.secondsUntilForgiven(), request);
      case BUSY -> pages.busy(typed, "", texts);
      case ADMITTED ->
          outcome
              .found()
              .map(
                  found ->
                      show(
                          200,
                          found.receipt(),
                          found.overview(),
                          "",
                          "",
                          NOTHING,
                          List.of(),
                          false,
                          texts))
              .orElseGet(() -> pages.wrong(typed, texts));
    };
  }

  private Response known(
      HttpServerRequest request, UserInput said, Texts texts, Supplier<Response> action) {
    return lookup.known(request, action).orElseGet(() -> pages.busy("", kept(said, texts), texts));
  }

  private Response act(Receipt receipt, MultivaluedMap<String, String> form, Texts texts) {
    UserInput said = said(form);
    return switch (first(form, "go")) {
      case "say" -> say(receipt, first(form, "token"), said, List.of(), texts);
      case "delete" ->
          done(receipt, followUp.deleteRead(receipt), 200, "code.deleted", "", NOTHING, texts);
      case "ask-withdraw" ->
          CodePages.html(200, Templates.withdraw(pages.frame(texts), tokens.write(receipt)));
      case "withdraw" ->
          done(receipt, followUp.withdraw(receipt), 200, "code.withdrawn", "", NOTHING, texts);
      default -> done(receipt, followUp.open(receipt), 200, "", "", said, texts);
    };
  }

  /** A message with files; all of it has arrived, sealed, and is nowhere in the clear. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  public Response sayWithFiles(String language, HttpServerRequest request, RoutingContext context) {
    Texts texts = texts(language);
    MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    Upload upload = Upload.of(context);
    try (Intake intake = intakes.start()) {
      upload.read(
          form::add,
          (name, content) -> {
            if (tokens.read(form.getFirst("token")).isPresent()) {
              intake.add(name, content);
            }
          });
      Optional<Receipt> receipt = tokens.read(form.getFirst("token"));
      if (receipt.isEmpty()) {
        return lost(form, texts);
      }
      UserInput said = said(form);
      return known(
          request, said, texts, () -> sayWithFiles(receipt.get(), said, form, intake, texts));
    } catch (Multipart.BrokenForm broken) {
      return lost(form, texts);
    } catch (IOException failure) {
      LOG.error(Failure.describe(failure));
      return pages.notSent(kept(said(form), texts), texts);
    }
  }

  private Response sayWithFiles(
      Receipt receipt,
      UserInput said,
      MultivaluedMap<String, String> form,
      Intake intake,
      Texts texts) {
    boolean uncleaned = form.containsKey("uncleaned");
    List<FileProblem> problems = intake.problems(uncleaned);
    if (!problems.isEmpty()) {
      return followUp
          .open(receipt)
          .map(found -> show(BAD, receipt, found, "", "", said, problems, uncleaned, texts))
          .orElseGet(() -> pages.wrong("", texts));
    }
    return say(receipt, first(form, "token"), said, intake.files(), texts);
  }

  private Response say(
      Receipt receipt, String token, UserInput said, List<ReceivedFile> files, Texts texts) {
    if ((said.empty() && files.isEmpty()) || said.text().length() > MAX_MESSAGE) {
      return done(receipt, followUp.open(receipt), BAD, "", "code.error-message", said, texts);
    }
    try {
      UUID id = said.messageId(token, files);
      MessageContent words = answers.words(said.text(), said.answers(), texts.language());
      return done(
          receipt,
          followUp.addMessage(receipt, id, words, files),
          200,
          "code.said",
          "",
          NOTHING,
          texts);
    } catch (FollowUp.TooManyFilesException e) {
      return done(receipt, followUp.open(receipt), BAD, "", "code.error-files", said, texts);
    } catch (Receipts.BusyException busy) {
      throw busy;
    } catch (RuntimeException | IOException failure) {
      LOG.error(Failure.describe(failure));
      return pages.notSent(kept(said, texts), texts);
    }
  }

  private Response done(
      Receipt receipt,
      Optional<FollowUp.Overview> overview,
      int status,
      String done,
      String problem,
      UserInput said,
      Texts texts) {
    return overview
        .map(found -> show(status, receipt, found, done, problem, said, List.of(), false, texts))
        .orElseGet(() -> pages.wrong("", texts));
  }

  private Response show(
      int status,
      Receipt receipt,
      FollowUp.Overview overview,
      String done,
      String problem,
      UserInput said,
      List<FileProblem> fileProblems,
      boolean uncleaned,
      Texts texts) {
    return CodePages.html(
        status,
        Templates.conversation(
            status == 200 ? pages.frame(texts) : pages.errorFrame(texts),
            tokens.write(receipt),
            texts.get("code.state." + overview.state().key()),
            views.of(overview.messages(), texts),
            views.asked(overview.messages(), said.answers(), texts),
            overview.mayWithdraw(),
            done.isEmpty() ? "" : texts.get(done),
            problem.isEmpty() ? List.of() : List.of(texts.get(problem, MAX_MESSAGE)),
            said.text(),
            fileProblems.stream()
                .map(file -> texts.get("form.file-" + file.reason().key(), file.name()))
                .toList(),
            uncleaned));
  }

  /**
   * The page stood open too long: what was typed is given back, to be sent after typing the code
   * again.
   */
  private Response lost(MultivaluedMap<String, String> form, Texts texts) {
    return pages.lost(kept(said(form), texts), texts);
  }

  private String kept(UserInput said, Texts texts) {
    return answers.plain(said.beginning(MAX_MESSAGE), said.answers(), texts.language());
  }

  private UserInput said(MultivaluedMap<String, String> form) {
    return new UserInput(first(form, "message").strip(), answers.in(form));
  }

  private static String first(MultivaluedMap<String, String> form, String field) {
    return Optional.ofNullable(form.getFirst(field)).orElse("");
  }

  private Texts texts(String code) {
    if (!portal.tier().servesPublic()) {
      throw new NotFoundException();
    }
    return bundles.in(languages.byCode(code).orElseThrow(NotFoundException::new));
  }
}
