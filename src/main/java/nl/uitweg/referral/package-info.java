/**
 * Referrals of reports to other organisations: recipient, purpose, shared answers and files, and
 * outcome.
 */
@MayCall({"audit", "platform.sealing", "report", "report.content", "report.received"})
@NullMarked
package nl.uitweg.referral;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
