/** What editors and translators run before they hand in a change: {@code bin/check-content}. */
@MayCall({
  "content",
  "editing.po",
  "editing.rules",
  "editing.text",
  "command",
  "platform.file",
  "platform.i18n",
  "region",
  "site.residence",
  "site.search"
})
@NullMarked
package nl.uitweg.editing;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
