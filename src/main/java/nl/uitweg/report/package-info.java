/** The report of a suspicion: what it holds, its states and rules, how it is stored sealed. */
@MayCall({"audit", "platform.persistence", "platform.sealing", "region", "report.intake"})
@NullMarked
package nl.uitweg.report;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
