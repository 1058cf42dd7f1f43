/**
 * Counts the reports of a half-year; {@link Suppression} hides every number that could identify a
 * person in what leaves the desk.
 */
@MayCall({"platform.i18n", "referral", "region", "report.content", "report.indexing"})
@NullMarked
package nl.uitweg.desk.statistics.count;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
