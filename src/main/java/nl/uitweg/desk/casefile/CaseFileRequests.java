package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import nl.uitweg.desk.DeskTokens;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.StateChangeNotAllowedException;

/**
 * Handles what the forms of a case file have in common: it verifies the form token and finds the
 * report, and it adds a note or a message to the report unless a colleague changed the report in
 * the meantime.
 */
@Singleton
class CaseFileRequests {

  private final CurrentOfficer current;
  private final DeskTokens tokens;
  private final VisibleReports visible;
  private final CaseFilePages pages;

  CaseFileRequests(
      CurrentOfficer current, DeskTokens tokens, VisibleReports visible, CaseFilePages pages) {
    this.current = current;
    this.tokens = tokens;
    this.visible = visible;
    this.pages = pages;
  }

  /** The change that adds a note or a message to a report. */
  @FunctionalInterface
  interface Addition {
    void apply() throws UnsealException, StateChangeNotAllowedException, ConversationFullException;
  }

  /** Opens a report for a form that does not change it. */
  CaseFilePages.CaseFileRequest forReading(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = verifiedOfficer(form);
    return new CaseFilePages.CaseFileRequest(visible.find(id, officer), officer, request);
  }

  /**
   * Opens a report for a form that changes it. The report stays locked until the transaction ends.
   */
  CaseFilePages.CaseFileRequest forUpdate(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = verifiedOfficer(form);
    return new CaseFilePages.CaseFileRequest(visible.findForUpdate(id, officer), officer, request);
  }

  private Officer verifiedOfficer(MultivaluedMap<String, String> form) {
    Officer officer = current.get();
    tokens.check(form, officer);
    return officer;
  }

  /**
   * Applies the addition and records it, or shows the input again with the reason why it was
   * refused.
   */
  Response add(
      CaseFilePages.CaseFileRequest caseFile,
      MultivaluedMap<String, String> form,
      CaseFileInput input,
      String action,
      Addition addition) {
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(CaseFilePages.CONFLICT, caseFile, action, conflict.get(), input);
    }
    try {
      addition.apply();
    } catch (UnsealException | StateChangeNotAllowedException e) {
      return pages.rollBack(caseFile, action, "desk.problem-sealed", input);
    } catch (ConversationFullException e) {
      return pages.rollBack(caseFile, action, "replies.problem-full", input);
    }
    return pages.recordAndRedirect(caseFile, action);
  }
}
