/**
 * What a reporter tells, as values: questions, answers, consent, urgency; and the states of a
 * report.
 */
@MayCall
@NullMarked
package nl.uitweg.report.content;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
