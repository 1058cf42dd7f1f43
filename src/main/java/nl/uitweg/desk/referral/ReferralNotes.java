package nl.uitweg.desk.referral;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import nl.uitweg.audit.AuditAction;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.referral.NewOutcomes;
import nl.uitweg.referral.Referral;
import nl.uitweg.referral.Referrals;

/**
 * Adds a note to a referral. The note says that the referral was received, or what its outcome was.
 * Both the sender and the receiver add notes.
 */
@Singleton
public class ReferralNotes {

  private static final int MAX_TEXT_CHARACTERS = 5_000;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  private final Referrals referrals;
  private final NewOutcomes newOutcomes;

  ReferralNotes(Referrals referrals, NewOutcomes newOutcomes) {
    this.referrals = referrals;
    this.newOutcomes = newOutcomes;
  }

  /**
   * @param action audit action for adding this kind of note
   * @param problemKey key of an error text; empty when the note was added
   * @param noteText the text as entered, which the page shows again; empty when the note was added
   */
  public record Result(AuditAction action, int status, String problemKey, String noteText) {}

  /** As {@link #add}, and announces an outcome to the municipality that sent the referral. */
  public Result addAsReceiver(
      MultivaluedMap<String, String> form,
      Referral referral,
      List<String> keysets,
      Officer officer) {
    Result result = add(form, referral, keysets, officer);
    if (result.problemKey().isEmpty() && result.action() == AuditAction.REFERRAL_OUTCOME) {
      newOutcomes.announce(referral);
    }
    return result;
  }

  /**
   * Validates and adds a note. The text is optional for a receipt and required for an outcome.
   *
   * @param keysets names of the keysets with which the officer may decrypt the referral
   */
  public Result add(
      MultivaluedMap<String, String> form,
      Referral referral,
      List<String> keysets,
      Officer officer) {
    String kind = Optional.ofNullable(form.getFirst("kind")).orElse("");
    String text =
        ReferralForm.normaliseLines(Optional.ofNullable(form.getFirst("text")).orElse(""));
    boolean receipt = kind.equals("receipt");
    AuditAction action = receipt ? AuditAction.REFERRAL_RECEIPT : AuditAction.REFERRAL_OUTCOME;
    if (!receipt && !kind.equals("outcome")) {
      return new Result(action, UNPROCESSABLE, "referral.problem-note", text);
    }
    if (text.length() > MAX_TEXT_CHARACTERS || (text.isEmpty() && !receipt)) {
      return new Result(action, UNPROCESSABLE, "referral.problem-note", text);
    }
    try {
      referrals.addNote(
          referral,
          keysets,
          receipt ? Referrals.Kind.RECEIPT : Referrals.Kind.OUTCOME,
          officer.name(),
          text);
      return new Result(action, 200, "", "");
    } catch (UnsealException e) {
      return new Result(action, CONFLICT, "referral.undecryptable", text);
    }
  }
}
