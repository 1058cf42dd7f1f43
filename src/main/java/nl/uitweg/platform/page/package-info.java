/** Frame and layout of every page, themes and assets, and the public pages kept in memory. */
@MayCall({"platform.i18n", "platform.settings"})
@NullMarked
package nl.uitweg.platform.page;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
