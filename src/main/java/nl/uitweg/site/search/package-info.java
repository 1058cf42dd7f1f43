/**
 * The search of the public site: pages and organisations by the words of a visitor, which are in no
 * address and no log.
 */
@MayCall({
  "content",
  "platform.file",
  "platform.http",
  "platform.i18n",
  "platform.page",
  "platform.sealing",
  "platform.settings",
  "site.directory",
  "site.residence"
})
@NullMarked
package nl.uitweg.site.search;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
