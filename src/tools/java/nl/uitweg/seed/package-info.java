/** Invented reports for the demo, the tests and the benchmarks: {@code bin/seed}. */
@MayCall({
  "audit",
  "command",
  "platform.i18n",
  "platform.sealing",
  "region",
  "report.content",
  "report.received",
  "report.sealed"
})
@NullMarked
package nl.uitweg.seed;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
