/**
 * Finds and clears reports that look alike: floods of fake reports, or one report that was sent
 * many times.
 */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.sealing",
  "report",
  "report.bulk",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.lookalike;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
