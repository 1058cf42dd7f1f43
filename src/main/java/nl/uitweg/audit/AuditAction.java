package nl.uitweg.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an audit event records. The column {@code action} holds {@link #code()}; a code keeps its
 * meaning once it has been stored. Its text in {@code i18n/desk} has the key {@code action.<code>}.
 */
public enum AuditAction {
  /**
   * A report was first received. The event carries the day only; its reason is the fingerprint of
   * the content.
   */
  RECEIVED,
  /** The inbox was shown. */
  LIST,
  /** A report was shown. */
  READ,
  /** A part of a report was shown, or could not be decrypted; the reason names the part. */
  READ_PART,
  /** A file of a report was opened. */
  ATTACHMENT,
  /** The identity of the reporter was requested; the reason says why. */
  CONTACT,
  /** A municipality took a report; the reason is its id. */
  TAKE(Effect.CHANGES_CASE_FILE),
  /**
   * The state of a report was changed, or a dossier was closed or reopened; the reason is the key
   * of the new state.
   */
  STATE(Effect.CHANGES_CASE_FILE),
  /** A note was added to a report or a dossier. */
  NOTE(Effect.CHANGES_CASE_FILE),
  /** A text of the reporter was translated, or its translation was changed. */
  TRANSLATE(Effect.CHANGES_CASE_FILE),
  /** A message was sent to the reporter. */
  MESSAGE(Effect.CHANGES_CASE_FILE),
  /** The purge of a report was postponed; the reason says why. */
  POSTPONE(Effect.CHANGES_CASE_FILE),
  /** The assignee, urgency and labels of a report were to be changed, and that was refused. */
  HANDLE,
  /** A report or a dossier was assigned; the reason is the user name, or "-" for nobody. */
  ASSIGN(Effect.CHANGES_CASE_FILE),
  /** The urgency of a report was changed; the reason is the new urgency. */
  URGENCY,
  /** The labels of a report were changed. */
  LABEL,
  /**
   * Two reports were said to be about the same case; the reason is the other report. Not recorded
   * any more: such reports are put into one dossier.
   */
  LINK(Effect.CHANGES_CASE_FILE),
  /** Two reports were said to be about different cases; the reason is the other report. */
  UNLINK(Effect.CHANGES_CASE_FILE),
  /** The list of dossiers was shown. */
  DOSSIER_LIST,
  /** A dossier was shown, with the first words of its reports. */
  DOSSIER_READ,
  /** The page from which the reports of a dossier are referred was shown. */
  DOSSIER_REFERRAL,
  /** A dossier was created; the reason is its kind. */
  DOSSIER_CREATE,
  /**
   * A report was added to a dossier: an event about each of the two, whose reason is the other one.
   */
  DOSSIER_ADD(Effect.CHANGES_CASE_FILE),
  /**
   * A report was removed from a dossier: an event about each of the two, whose reason is the other
   * one.
   */
  DOSSIER_REMOVE(Effect.CHANGES_CASE_FILE),
  /** The title or the kind of a dossier was changed. */
  DOSSIER_RENAME,
  /** A dossier was merged into another: an event about each, whose reason is the other one. */
  DOSSIER_MERGE,
  /** A dossier was split: an event about each part, whose reason is the other part. */
  DOSSIER_SPLIT,
  /** The last act on a dossier was undone; the reason says which act. */
  DOSSIER_UNDO,
  /**
   * The key of a dossier was created; the reason is its fingerprint. A title and notes under
   * another key are rejected from then on.
   */
  DOSSIER_SEALED,
  /** Was recorded until migration V23, which ended it; kept for the events that are stored. */
  ELSEWHERE,
  /** A match with a report of another municipality was found; the reason is that municipality. */
  MATCH_FOUND,
  /** The officer wants to consult that municipality; the reason is its id. */
  MATCH_AGREE,
  /** The officer does not want to consult it, or no longer; the reason is its id. */
  MATCH_DECLINE,
  /** Both municipalities want to consult each other; the reason is the other one. */
  MATCH_AGREED,
  /** One of both municipalities declined; the reason is the other one, whoever declined. */
  MATCH_ENDED,
  /** The officer saw what a match is about, after both agreed; the reason is the other one. */
  MATCH_READ,
  /** The agenda was shown. */
  AGENDA,
  /** An item was added to the agenda; the reason is its kind, its day and for whom it is. */
  AGENDA_ADD,
  /** An item of the agenda was done; the reason is its kind. */
  AGENDA_DONE,
  /** An item of the agenda was moved; the reason is its kind and the new day. */
  AGENDA_MOVE,
  /** An item of the agenda was deleted; the reason is its kind. */
  AGENDA_DELETE,
  /** An officer saved a view of the inbox; the reason is its name, which is one of a list. */
  VIEW_SAVE,
  /** An officer gave a saved view another name; the reason is both names. */
  VIEW_RENAME,
  /** An officer deleted a saved view; the reason is its name. */
  VIEW_DELETE,
  /** Reports were searched for words; the words are not recorded. */
  SEARCH,
  /** Similar reports were shown, or marked together; the reason is how many were marked. */
  LOOK_ALIKES,
  /** A referral was being prepared, which shows the report. */
  REFERRAL_FORM,
  /** A report was referred; the reason is the recipient, the purpose and the legal basis. */
  REFERRAL(Effect.CHANGES_CASE_FILE),
  /** A file was enclosed with a referral. */
  REFERRAL_ENCLOSE,
  /** The list of received referrals was shown. */
  REFERRAL_LIST,
  /** A referral was shown. */
  REFERRAL_READ,
  /** A file of a referral was opened. */
  REFERRAL_FILE,
  /** A referral was exported as PDF. */
  REFERRAL_PDF,
  /** A referral was exported as JSON. */
  REFERRAL_JSON,
  /** The receipt of a referral was noted. */
  REFERRAL_RECEIPT,
  /** The outcome of a referral was noted. */
  REFERRAL_OUTCOME,
  /**
   * The key of a referral was created; the reason is its fingerprint. Content under another key is
   * rejected from then on.
   */
  REFERRAL_SEALED,
  /**
   * The notes key of a report was created; the reason is its fingerprint. Notes under another key
   * are rejected from then on.
   */
  NOTES_SEALED,
  /**
   * A report or a dossier was deleted after its retention period. Content with its id is rejected
   * from then on.
   */
  PURGE,
  /** The figures were shown. */
  STATISTICS,
  /** The figures were exported as PDF. */
  STATISTICS_PDF,
  /** The figures were exported as CSV. */
  STATISTICS_CSV,
  /** Figures were published on the public site. */
  PUBLISH_FIGURES,
  /** Published figures were withdrawn from the public site. */
  WITHDRAW_FIGURES,
  /** Audit events were shown. */
  AUDIT,
  /** The whole audit chain was verified. */
  AUDIT_VERIFY,
  /** Audit events were exported as CSV; the reason is the filter. */
  AUDIT_EXPORT,
  /** The page was shown that says who can see what, or who has seen one report. */
  AUDIT_ACCESS,
  /** The state of the installation was shown. */
  ADMIN,
  /** The database was restored from a backup; the reason is the time of the backup. */
  RESTORE,
  /** The head of the audit chain was mailed; the reason is its hash. */
  MAIL_HEAD,
  /** A login was refused. */
  LOGIN,
  /** A request was refused; the reason is its method and masked address. */
  ACCESS,
  /** A form was refused; the reason is its method and masked address. */
  FORM;

  private enum Effect {
    NONE,
    CHANGES_CASE_FILE
  }

  private final Effect effect;

  AuditAction() {
    this(Effect.NONE);
  }

  AuditAction(Effect effect) {
    this.effect = effect;
  }

  /** The name as stored, for example {@code read-part}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The action with this code; empty when there is none. */
  public static Optional<AuditAction> ofCode(String code) {
    return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
  }

  /**
   * Whether the action changes what an officer bases a note, a message or a change of state on. An
   * officer who sends one of these from an older view of the report is told of the change first.
   */
  public boolean changesCaseFile() {
    return effect == Effect.CHANGES_CASE_FILE;
  }
}
