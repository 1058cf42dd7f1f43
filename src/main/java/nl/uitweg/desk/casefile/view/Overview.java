package nl.uitweg.desk.casefile.view;

import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.report.content.ReportContent;

/**
 * What follows from the sealed content of a report.
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
