package nl.uitweg.desk.casefile.view;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import nl.uitweg.desk.FileView;
import nl.uitweg.desk.ReportTexts;

/**
 * One report, as the case file shows it.
 *
 * @param marks what an officer must not overlook, from the panels of other features
 * @param panels the panels of other features, in the order of the page
 */
public record CaseFileView(
    Header header,
    Contact contact,
    Actions actions,
    Retention retention,
    Contents contents,
    List<String> marks,
    List<TemplateInstance> panels,
    Conversation conversation,
    List<Note> notes) {

  /**
   * What an officer must know before reading on.
   *
   * @param readable false when the sealed content cannot be decrypted
   * @param purged whether it cannot be decrypted because the report was purged; then the page shows
   *     only this header and the timeline
   * @param warnings what the report says that must be read first, such as a word of danger
   * @param doubts the reasons why the system doubts that a person sent the report
   */
  record Header(
      boolean readable,
      boolean purged,
      boolean urgent,
      ContactChoice choice,
      Facts facts,
      List<String> warnings,
      List<String> doubts) {}

  /**
   * The contact choice of the reporter; empty texts when the report cannot be decrypted.
   *
   * @param text the choice, in Dutch
   * @param rule what that choice means for the work of the officer
   */
  record ContactChoice(String text, String rule) {

    static final ContactChoice NONE = new ContactChoice("", "");
  }

  /**
   * The facts of the report that are shown first.
   *
   * @param number the number by which officers name it; empty while it has not been indexed
   * @param forms forms of exploitation, in Dutch
   * @param foreign whether it was written in another language than Dutch
   * @param outcome outcome of the report; empty when it is not closed, or was closed without an
   *     outcome
   */
  record Facts(
      String number,
      String forms,
      String receivedOn,
      String municipality,
      String state,
      String outcome,
      String writtenIn,
      boolean foreign) {}

  /**
   * How to reach the reporter.
   *
   * @param available whether there are contact details that the officer may ask to see and that are
   *     not shown yet
   * @param details the contact details; empty unless access to them was granted
   */
  record Contact(boolean available, List<ReportTexts.Answer> details) {

    static final Contact NONE = new Contact(false, List.of());
  }

  /** What the reporter sent. */
  record Contents(List<TranslatableAnswer> answers, List<FileView> attachments) {}

  record TranslatableAnswer(ReportTexts.Answer answer, Translation translation) {}

  /**
   * An officer's translation of a text of the reporter, and the form to write it.
   *
   * @param part what is translated; empty when the text needs no translation
   * @param name what officers call the text
   * @param nameLanguage code of the language of the name
   * @param text empty when nobody has translated it yet
   * @param by who translated it, and when, in words
   * @param readable false when it cannot be decrypted
   */
  public record Translation(
      String part, String name, String nameLanguage, String text, String by, boolean readable) {

    static final Translation NOT_NEEDED = new Translation("", "", "", "", "", true);

    /** Whether the text stands beside the original. */
    public boolean kept() {
      return !text.isEmpty();
    }

    /** Whether the page has a form for it. */
    public boolean possible() {
      return !part.isEmpty();
    }
  }

  /**
   * What the officer can do with the report.
   *
   * @param id id of the report
   * @param withdrawn whether the reporter withdrew the report and no officer has judged it since
   * @param taken whether a municipality has taken the report
   * @param take the buttons with which this officer takes the report: one for each municipality
   *     that may take it, or one with an empty value; none when the officer has it already
   * @param moves other changes of state
   */
  record Actions(
      String id,
      boolean withdrawn,
      boolean taken,
      List<Option> take,
      List<Option> moves,
      Closing closing) {}

  /**
   * How the report can be closed.
   *
   * @param possible whether it can be closed now
   * @param reasons outcomes to choose from, by reason; none when no outcome is needed
   * @param messages messages that can be sent with it
   */
  record Closing(boolean possible, List<ReasonGroup> reasons, List<Option> messages) {}

  /** The outcomes of one reason to close a report. */
  record ReasonGroup(String text, List<Option> outcomes) {}

  /** A value of a form field, with its text. */
  record Option(String value, String text) {}

  /**
   * When the report is purged.
   *
   * @param notice empty while no day is known
   * @param reminderDue whether that day is near
   */
  record Retention(String notice, boolean reminderDue) {}

  /** The messages, and whether the page has a form to send one. */
  record Conversation(List<ConversationViews.MessageView> messages, boolean open) {}

  /** An internal note; {@code readable} is false when it cannot be decrypted. */
  record Note(String author, String at, String text, boolean readable) {

    static final Note UNREADABLE = new Note("", "", "", false);
  }
}
