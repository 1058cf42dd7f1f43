/**
 * The residence guide: questions, rules, and the statements that follow, each with its sources,
 * from {@code content/residence.yaml} and {@code i18n/residence}.
 */
@MayCall({
  "content",
  "platform.file",
  "platform.http",
  "platform.i18n",
  "platform.page",
  "platform.settings"
})
@NullMarked
package nl.uitweg.site.residence;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
