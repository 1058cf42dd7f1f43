package nl.uitweg.desk.casefile;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.casefile.view.CaseFileInput;
import nl.uitweg.desk.casefile.view.ConversationViews;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.Reports;
import nl.uitweg.report.content.ConversationFullException;

/** Seals and stores a message of an officer to the reporter. */
@Singleton
class OfficerMessages {

  private final Reports reports;
  private final ConversationViews conversationViews;
  private final Languages languages;
  private final CaseFilePages pages;

  OfficerMessages(
      Reports reports,
      ConversationViews conversationViews,
      Languages languages,
      CaseFilePages pages) {
    this.reports = reports;
    this.conversationViews = conversationViews;
    this.languages = languages;
    this.pages = pages;
  }

  /**
   * Sends a message.
   *
   * @throws UnsealException when the report or its conversation cannot be decrypted
   * @throws ConversationFullException when the conversation has the maximum number of messages
   */
  void send(CaseFilePages.CaseFileRequest caseFile, CaseFileInput input)
      throws UnsealException, ConversationFullException {
    List<String> municipalities = caseFile.officer().municipalities();
    Language reporterLanguage =
        languages
            .byCode(reports.open(caseFile.report(), municipalities).language())
            .orElse(Language.DUTCH);
    String language = languages.byCode(input.language()).map(Language::code).orElse("");
    reports.sendMessage(
        caseFile.report(),
        municipalities,
        conversationViews.toMessageContent(input.in(language), reporterLanguage));
  }

  /**
   * Sends phrases of the phrase book together with the closing of the report.
   *
   * @return the page that says why they cannot be sent; empty when they were sent
   */
  Optional<Response> sendWhenClosing(CaseFilePages.CaseFileRequest caseFile, List<String> phrases) {
    CaseFileInput input = CaseFileInput.ofPhrases(phrases);
    if (!conversationViews.areKnown(phrases)) {
      return Optional.of(
          pages.refuse(
              CaseFilePages.UNPROCESSABLE,
              caseFile,
              AuditAction.MESSAGE,
              "replies.problem-phrase",
              input));
    }
    try {
      send(caseFile, input);
      pages.record(caseFile, AuditAction.MESSAGE, "");
      return Optional.empty();
    } catch (UnsealException e) {
      return Optional.of(
          pages.rollBack(caseFile, AuditAction.MESSAGE, "desk.problem-sealed", input));
    } catch (ConversationFullException e) {
      return Optional.of(
          pages.rollBack(caseFile, AuditAction.MESSAGE, "replies.problem-full", input));
    }
  }
}
