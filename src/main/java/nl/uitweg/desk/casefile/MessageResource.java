package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.casefile.view.ConversationViews;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.route.DeskAction;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Handling;
import nl.uitweg.report.Report;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.ReportState;

/** Sends a message to the reporter: phrases of the phrase book, free text, or both. */
@Path("backoffice/reports/{id}/messages")
@RolesAllowed(Officer.OFFICER)
class MessageResource {

  private final CaseFileRequests requests;
  private final Reports reports;
  private final ConversationViews conversationViews;
  private final OfficerMessages messages;
  private final CaseFilePages pages;

  MessageResource(
      CaseFileRequests requests,
      Reports reports,
      ConversationViews conversationViews,
      OfficerMessages messages,
      CaseFilePages pages) {
    this.requests = requests;
    this.reports = reports;
    this.conversationViews = conversationViews;
    this.messages = messages;
    this.pages = pages;
  }

  /**
   * A new report changes to "in progress": otherwise the reporter would read that nobody has
   * started on it, above the message. A report that nobody has belongs to this officer from then
   * on. With the field {@code wait}, the report gets the state "waiting for reporter" after
   * sending, unless its present state does not allow that.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @DeskAction(records = AuditAction.MESSAGE)
  public Response send(MultivaluedMap<String, String> form, HttpServerRequest request) {
    CaseFilePages.CaseFileRequest caseFile = requests.forUpdate(request);
    CaseFileInput input = CaseFileInput.ofMessage(form);
    if (!input.isMessageValid()) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE,
          caseFile,
          AuditAction.MESSAGE,
          "replies.problem-empty",
          input);
    }
    if (!conversationViews.areKnown(input.phrases())) {
      return pages.refuse(
          CaseFilePages.UNPROCESSABLE,
          caseFile,
          AuditAction.MESSAGE,
          "replies.problem-phrase",
          input);
    }
    return requests.add(caseFile, form, input, AuditAction.MESSAGE, () -> send(caseFile, input));
  }

  private void send(CaseFilePages.CaseFileRequest caseFile, CaseFileInput input)
      throws UnsealException, ConversationFullException {
    messages.send(caseFile, input);
    if (isFree(caseFile.report())
        && reports.canBeTakenBy(caseFile.report(), caseFile.officer().name())) {
      reports.takeUp(caseFile.report(), caseFile.officer().name());
    }
    if (caseFile.report().canBegin()) {
      reports.changeState(caseFile.report(), ReportState.IN_PROGRESS);
    }
    if (input.waitForAnswer() && caseFile.report().canChangeTo(ReportState.WAITING_FOR_REPORTER)) {
      reports.changeState(caseFile.report(), ReportState.WAITING_FOR_REPORTER);
    }
  }

  private boolean isFree(Report report) {
    return reports.handling(report).flatMap(Handling::assignedTo).isEmpty();
  }
}
