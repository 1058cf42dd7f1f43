package nl.uitweg.desk.casefile.view;

import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.report.content.ReportContent;

/**
 * The parts of the case file that depend on the content of the report, which may be unreadable.
 *
 * @param content empty when it cannot be decrypted
 * @param replyLanguages codes of the languages in which an officer may write, the reporter's
 *     language first
 */
record Overview(
    Optional<ReportContent> content,
    CaseFileView.Header header,
    CaseFileView.Contact contact,
    List<ReportTexts.Answer> answers,
    List<String> replyLanguages) {}
