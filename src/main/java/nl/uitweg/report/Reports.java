package nl.uitweg.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.content.ConversationFullException;
import nl.uitweg.report.content.MessageContent;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.content.ReportFormat;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.StateChangeNotAllowedException;
import nl.uitweg.report.content.Transitions;
import nl.uitweg.report.content.Urgency;
import nl.uitweg.report.received.PurgedReportException;
import nl.uitweg.report.received.ReplacedContentException;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.StoredKey;

/**
 * Finds, decrypts and changes reports for officers. {@link Notes} decrypts their notes and {@link
 * AttachmentReader} their files. Works only on the tier that holds the private keysets. Callers
 * must have started a transaction.
 */
@ApplicationScoped
public class Reports {

  private final ReportStore store;
  private final HandlingStore handlings;
  private final MessageStore messages;
  private final WrappedKeyStore wrappedKeys;
  private final KeyUnwrapper keys;
  private final Conversations conversations;
  private final Clock clock;

  Reports(
      ReportStore store,
      HandlingStore handlings,
      MessageStore messages,
      WrappedKeyStore wrappedKeys,
      KeyUnwrapper keys,
      Conversations conversations,
      Clock clock) {
    this.store = store;
    this.handlings = handlings;
    this.messages = messages;
    this.wrappedKeys = wrappedKeys;
    this.keys = keys;
    this.conversations = conversations;
    this.clock = clock;
  }

  /**
   * Finds a report that one of these municipalities may see: its own, or one that no municipality
   * has taken.
   */
  public Optional<Report> findVisible(UUID id, List<String> municipalities) {
    return store.findVisible(id, municipalities);
  }

  /** Like {@link #findVisible}; also locks the row until the transaction ends. */
  public Optional<Report> findForUpdate(UUID id, List<String> municipalities) {
    return store.findForUpdate(id, municipalities);
  }

  /** Like {@link #findForUpdate}, but empty when another transaction has locked the report. */
  public Optional<Report> findForUpdateUnlessLocked(UUID id, List<String> municipalities) {
    return store.findForUpdateUnlessLocked(id, municipalities);
  }

  /** The reports with these ids, in no particular order. */
  public List<Report> findAll(Collection<UUID> ids) {
    return store.findAll(ids);
  }

  /** The handling of the reports with these ids, by report id. */
  public Map<UUID, Handling> handlings(Collection<UUID> ids) {
    return handlings.findAll(ids).stream()
        .collect(Collectors.toMap(Handling::reportId, Function.identity()));
  }

  /** Creates the handling of a report that is being indexed; has no effect when it exists. */
  public void createHandling(UUID report) {
    handlings.createIfMissing(report);
  }

  /** Records that an officer has read the report now, unless an earlier reading is recorded. */
  public void markRead(Report report) {
    handlings.markRead(report.id, clock.instant());
  }

  /**
   * The handling of a report that the caller may see; empty until the desk has indexed the report.
   */
  public Optional<Handling> handling(Report report) {
    return handlings.findByIdOptional(report.id);
  }

  /** The id of the report with this number; empty when the caller may see no such report. */
  public Optional<UUID> findId(ReportNumber number) {
    return handlings.findReport(number);
  }

  /**
   * The key with this name of each report, wrapped for one of the municipalities, by report id;
   * prefers the municipality that has the report. Reports without such a key are left out.
   */
  public Map<UUID, StoredKey> storedKeys(
      String keyName, Collection<UUID> reports, List<String> municipalities) {
    return wrappedKeys.findStored(keyName, reports, municipalities);
  }

  /**
   * Decrypts the content of a report.
   *
   * @param municipalities municipalities of the officer
   * @throws UnsealException when the report was altered or is not sealed for these municipalities
   * @throws ReplacedContentException when the report is not the one that was first received
   * @throws PurgedReportException when the report was purged and its rows were restored
   */
  public ReportContent open(Report report, List<String> municipalities) throws UnsealException {
    StoredKey stored = keys.require(report, KeyName.REPORT, municipalities);
    byte[] json =
        keys.unwrapReceived(report, KeyName.REPORT, stored)
            .open(report.origin().report(report.forms(), report.receivedOn), report.sealed);
    stored.received().requireContent(report.sealed);
    if (report.isMisplaced()) {
      throw new ReplacedContentException("the report was sent to another municipality");
    }
    return ReportFormat.read(json, ReportContent.class);
  }

  /**
   * Changes the state of a report.
   *
   * @throws StateChangeNotAllowedException when {@link Transitions} does not allow it or no
   *     municipality has taken the report; then nothing is changed
   */
  public void changeState(Report report, ReportState to) {
    if (!report.canChangeTo(to)) {
      throw new StateChangeNotAllowedException(report.state, to);
    }
    report.changeState(to, Transitions.Actor.OFFICER, DutchTime.today(clock));
    handling(report)
        .ifPresent(
            handling -> handling.setClosedAt(to == ReportState.CLOSED ? clock.instant() : null));
  }

  /** Sets the urgency that an officer chose. The answers of the reporter do not change. */
  public void setUrgency(Report report, Urgency urgency) {
    report.urgency = urgency;
  }

  /**
   * Assigns a report that was sent to all municipalities to one of them. Deletes the keys that were
   * wrapped for the others, so that these can no longer decrypt the report.
   *
   * @throws StateChangeNotAllowedException when a municipality has taken it already, or when it was
   *     sent to one municipality only
   */
  public void take(Report report, String municipality) {
    if (!report.canBeTaken()) {
      throw new StateChangeNotAllowedException(report.state, report.state);
    }
    report.municipality = municipality;
    wrappedKeys.deleteExcept(report.id, List.of(municipality, Sealer.RECOVERY));
  }

  /**
   * Whether an officer may take up a report of the own municipality: it is open, and somebody else
   * has it, nobody has it, or nobody has begun.
   */
  public boolean canBeTakenBy(Report report, String officer) {
    Optional<String> assignee = handling(report).flatMap(Handling::assignedTo);
    return !report.state.isClosed()
        && (!assignee.equals(Optional.of(officer)) || report.waitsForOfficer());
  }

  /**
   * Gives the report to an officer, who begins to handle it: a new or reopened report is in
   * progress from then on.
   *
   * @return whether the state changed
   */
  public boolean takeUp(Report report, String officer) {
    handling(report).ifPresent(handling -> handling.assign(officer));
    if (!report.waitsForOfficer()) {
      return false;
    }
    changeState(report, ReportState.IN_PROGRESS);
    return true;
  }

  /**
   * Takes a report that no municipality has taken, and changes its state.
   *
   * @throws StateChangeNotAllowedException when {@link Transitions} or {@link Report#canBeTaken}
   *     does not allow it; then nothing is changed
   */
  public void takeAndChangeState(Report report, String municipality, ReportState to) {
    if (!report.canBeTaken() || !Transitions.allowed(report.state, to, Transitions.Actor.OFFICER)) {
      throw new StateChangeNotAllowedException(report.state, to);
    }
    take(report, municipality);
    changeState(report, to);
  }

  /** The messages of a report, oldest first. Marks the messages of the reporter as read. */
  public List<ConversationMessage> messages(Report report, List<String> municipalities)
      throws UnsealException {
    return conversation(report, municipalities).read(true);
  }

  /**
   * The messages that an officer has seen, oldest first. Does not mark messages as read, so that no
   * message that arrives meanwhile is overlooked.
   */
  public List<ConversationMessage> messagesSeenByOfficers(
      Report report, List<String> municipalities) throws UnsealException {
    return conversation(report, municipalities).seenByOfficers();
  }

  /** Positions in the conversation at which the reporter took back a message, in order. */
  public List<Integer> takenBackPositions(Report report) {
    return messages.takenBackPositions(report.id);
  }

  /** Number of messages of the reporter. */
  public long countReporterMessages(Report report) {
    return messages.countFromReporter(report.id);
  }

  /** Ids of the given reports that have a message of the reporter that no officer has read. */
  public Set<UUID> findIdsWithUnreadReporterMessage(Collection<Report> reports) {
    return messages.reportsWithUnreadMessage(reports.stream().map(Report::id).toList());
  }

  /** Free texts of the reporter by message id. Does not mark messages as read. */
  public Map<UUID, String> reporterTexts(Report report, List<String> municipalities)
      throws UnsealException {
    return conversation(report, municipalities).reporterTexts();
  }

  /**
   * Free texts of the messages with these ids that the reporter sent, by message id. Does not mark
   * messages as read.
   */
  public Map<UUID, String> reporterTexts(
      Report report, Collection<UUID> messages, List<String> municipalities)
      throws UnsealException {
    return messages.isEmpty()
        ? Map.of()
        : conversation(report, municipalities).reporterTexts(messages);
  }

  /**
   * Sends a message of the officer to the reporter.
   *
   * @throws ConversationFullException when the conversation has the maximum number of messages
   */
  public void sendMessage(Report report, List<String> municipalities, MessageContent content)
      throws UnsealException, ConversationFullException {
    conversation(report, municipalities).add(UUID.randomUUID(), true, content, 0);
  }

  /**
   * The conversation of a report.
   *
   * @throws UnsealException when its key cannot be unwrapped or was replaced
   */
  Conversation conversation(Report report, List<String> municipalities) throws UnsealException {
    return conversations.of(report.origin(), keys.conversationKey(report, municipalities));
  }
}
