package nl.uitweg.desk.casefile;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.officer.CurrentOfficer;
import nl.uitweg.desk.route.ReportInAddress;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.StateChangeNotAllowedException;

/**
 * Handles what the forms of a case file have in common: it finds the report, and it adds a note or
 * a message to the report unless a colleague changed the report in the meantime.
 */
@Singleton
class CaseFileRequests {

  private final CurrentOfficer current;
  private final ReportInAddress report;
  private final CaseFilePages pages;

  CaseFileRequests(CurrentOfficer current, ReportInAddress report, CaseFilePages pages) {
    this.current = current;
    this.report = report;
    this.pages = pages;
  }

  /** The change that adds a note or a message to a report. */
  @FunctionalInterface
  interface Addition {
    void apply() throws UnsealException, StateChangeNotAllowedException, ConversationFullException;
  }

  /** Id in the address of the request; the report need not exist. */
  UUID reportId() {
    return report.id();
  }

  /** Finds the report of a request that does not change it. */
  CaseFilePages.CaseFileRequest forReading(HttpServerRequest request) {
    return new CaseFilePages.CaseFileRequest(report.get(), current.get(), request);
  }

  /**
   * Finds the report of a form that changes it. The report stays locked until the transaction ends.
   */
  CaseFilePages.CaseFileRequest forUpdate(HttpServerRequest request) {
    return new CaseFilePages.CaseFileRequest(report.getForUpdate(), current.get(), request);
  }

  /** Applies the addition, or shows the input again with the reason why it was refused. */
  Response add(
      CaseFilePages.CaseFileRequest caseFile,
      MultivaluedMap<String, String> form,
      CaseFileInput input,
      AuditAction action,
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
    return pages.redirect(caseFile);
  }
}
