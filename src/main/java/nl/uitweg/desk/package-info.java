/**
 * What the screens of officers have in common: layout, texts, and who may see the identity of a
 * reporter ({@code IdentityAccess}).
 */
@MayCall({
  "audit",
  "desk.officer",
  "desk.route",
  "platform.http",
  "platform.i18n",
  "platform.page",
  "platform.sealing",
  "platform.settings",
  "region",
  "report",
  "report.content",
  "report.intake",
  "report.received"
})
@NullMarked
package nl.uitweg.desk;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
