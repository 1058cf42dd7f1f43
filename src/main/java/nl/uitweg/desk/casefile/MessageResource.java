package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ReportState;

/** Asks or tells the reporter something: phrases of the phrase book, own words, or both. */
@Path("backoffice/reports/{id}/messages")
@RolesAllowed(Officer.OFFICER)
class MessageResource {

  private static final String ACTION = "message";

  private final CaseFileRequests requests;
  private final Reports reports;
  private final Conversations conversations;
  private final Languages languages;
  private final CaseFilePages pages;

  MessageResource(
      CaseFileRequests requests,
      Reports reports,
      Conversations conversations,
      Languages languages,
      CaseFilePages pages) {
    this.requests = requests;
    this.reports = reports;
    this.conversations = conversations;
    this.languages = languages;
    this.pages = pages;
  }

  /** With {@code wait} the report then waits for the answer. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional
  public Response say(String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.toChange(id, form, request);
    CaseFileInput typed = CaseFileInput.message(form);
    if (!typed.messageFits()) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE, caseFile, ACTION, "replies.problem-empty", typed);
    }
    if (!conversations.know(typed.phrases())) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE, caseFile, ACTION, "replies.problem-phrase", typed);
    }
    return requests.add(caseFile, form, typed, ACTION, () -> say(caseFile, typed));
  }

  private void say(CaseFilePages.CaseFileRequest caseFile, CaseFileInput typed)
      throws UnsealException {
    Language reporter =
        languages
            .byCode(reports.open(caseFile.report(), caseFile.officer().municipalities()).language())
            .orElse(Language.DUTCH);
    String language = languages.byCode(typed.language()).map(Language::code).orElse("");
    CaseFileInput checked =
        new CaseFileInput("", typed.message(), typed.phrases(), language, typed.waits());
    reports.sendMessage(
        caseFile.report(),
        caseFile.officer().municipalities(),
        conversations.words(checked, reporter));
    if (typed.waits() && Reports.allows(caseFile.report(), ReportState.WAITING_FOR_REPORTER)) {
      reports.changeState(caseFile.report(), ReportState.WAITING_FOR_REPORTER);
    }
  }
}
