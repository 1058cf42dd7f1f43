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
import nl.uitweg.report.content.StateChangeNotAllowedException;

/**
 * What every form of a case file begins with (our token, who asks, a report of their own), and how
 * something written is added to it unless a colleague was first.
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

  /** Adds something to a report. */
  @FunctionalInterface
  interface Addition {
    void make() throws UnsealException, StateChangeNotAllowedException;
  }

  /** A form that changes nothing of the report. */
  CaseFilePages.CaseFileRequest toSee(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = checked(form);
    return new CaseFilePages.CaseFileRequest(visible.find(id, officer), officer, request);
  }

  /** A form that changes the report, which nobody else then changes before the end. */
  CaseFilePages.CaseFileRequest toChange(
      String id, MultivaluedMap<String, String> form, HttpServerRequest request) {
    Officer officer = checked(form);
    return new CaseFilePages.CaseFileRequest(visible.forChange(id, officer), officer, request);
  }

  private Officer checked(MultivaluedMap<String, String> form) {
    Officer officer = current.get();
    tokens.check(form, officer);
    return officer;
  }

  /** Adds what was typed and records it, or gives it back with the reason why not. */
  Response add(
      CaseFilePages.CaseFileRequest caseFile,
      MultivaluedMap<String, String> form,
      CaseFileInput typed,
      String action,
      Addition addition) {
    Optional<Problem> conflict = pages.conflict(form.getFirst("seen"), caseFile);
    if (conflict.isPresent()) {
      return pages.refuse(CaseFilePages.CONFLICT, caseFile, action, conflict.get(), typed);
    }
    try {
      addition.make();
    } catch (UnsealException | StateChangeNotAllowedException e) {
      return pages.undo(caseFile, action, "desk.problem-sealed", typed);
    }
    return pages.back(caseFile, action);
  }
}
