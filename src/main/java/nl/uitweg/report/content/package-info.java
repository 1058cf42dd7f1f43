/** Value types of a report: questions, answers, consent, urgency, messages and states. */
@MayCall
@NullMarked
package nl.uitweg.report.content;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
