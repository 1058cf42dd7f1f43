/** What is referred of a report: to whom, what for, which answers, and what came of it. */
@MayCall({"audit", "platform.sealing", "report", "report.content", "report.received"})
@NullMarked
package nl.uitweg.referral;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
