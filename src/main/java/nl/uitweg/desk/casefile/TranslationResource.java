package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.casefile.view.TranslationInput;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Reports;
import nl.uitweg.report.TranslatedPart;
import nl.uitweg.report.Translations;
import nl.uitweg.report.content.Question;

/**
 * Keeps an officer's translation of an answer or a message of the reporter, in place of the earlier
 * translation of the same text.
 */
@Path("backoffice/reports/{id}/translations")
@RolesAllowed(Officer.OFFICER)
class TranslationResource {

  private static final AuditAction ACTION = AuditAction.TRANSLATE;

  private final CaseFileRequests requests;
  private final CaseFilePages pages;
  private final DeskFactory deskFactory;
  private final Reports reports;
  private final Translations translations;

  TranslationResource(
      CaseFileRequests requests,
      CaseFilePages pages,
      DeskFactory deskFactory,
      Reports reports,
      Translations translations) {
    this.requests = requests;
    this.pages = pages;
    this.deskFactory = deskFactory;
    this.reports = reports;
    this.translations = translations;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.TRANSLATE)
  public Response save(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    TranslationInput typed = TranslationInput.of(form);
    CaseFileInput input = CaseFileInput.ofTranslation(typed);
    Optional<Problem> invalid = problem(typed, deskFactory.texts(request));
    if (invalid.isPresent()) {
      return pages.refuse(CaseFilePages.UNPROCESSABLE, caseFile, ACTION, invalid.get(), input);
    }
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(CaseFilePages.CONFLICT, caseFile, ACTION, conflict.get(), input);
    }
    try {
      Optional<TranslatedPart> part = TranslatedPart.parse(typed.part());
      if (part.isEmpty() || !isStored(part.get(), caseFile)) {
        return pages.refuse(
            CaseFilePages.CONFLICT, caseFile, ACTION, "translation.problem-gone", input);
      }
      translations.save(
          caseFile.report(),
          caseFile.officer().municipalities(),
          part.get(),
          caseFile.officer().name(),
          typed.text());
      return pages.redirect(caseFile);
    } catch (UnsealException e) {
      return pages.rollBack(caseFile, ACTION, "translation.problem-sealed", input);
    }
  }

  private static Optional<Problem> problem(TranslationInput typed, Texts texts) {
    if (typed.text().isEmpty()) {
      return Optional.of(Problem.of("translation.problem-empty", texts));
    }
    int length = typed.text().length();
    return length <= TranslationInput.MAX_LENGTH
        ? Optional.empty()
        : Optional.of(
            new Problem(
                texts.get("translation.problem-long", TranslationInput.MAX_LENGTH, length),
                List.of(),
                "",
                ""));
  }

  /** Whether the report has this text. */
  private boolean isStored(TranslatedPart part, CaseFilePages.CaseFileRequest caseFile)
      throws UnsealException {
    List<String> municipalities = caseFile.officer().municipalities();
    if (part.message().isPresent()) {
      return reports
          .reporterTexts(caseFile.report(), List.of(part.message().get()), municipalities)
          .values()
          .stream()
          .anyMatch(text -> !text.isEmpty());
    }
    return Question.of(part.key())
        .map(reports.open(caseFile.report(), municipalities).texts()::get)
        .isPresent();
  }
}
