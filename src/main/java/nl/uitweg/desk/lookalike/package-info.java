/** Finds and clears reports that look alike: floods of fakes, or one report sent many times. */
@MayCall({
  "audit",
  "desk",
  "desk.officer",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.lookalike;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
