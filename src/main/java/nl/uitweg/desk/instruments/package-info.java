/**
 * The administrative instruments of the policy document: a searchable reference, and suggestions in
 * the case file.
 */
@MayCall({
  "desk",
  "desk.officer",
  "desk.route",
  "platform.file",
  "platform.http",
  "platform.i18n",
  "region",
  "report",
  "report.content"
})
@NullMarked
package nl.uitweg.desk.instruments;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
