/** The frame of every public page, themes and assets, and the public pages kept in memory. */
@MayCall({"platform.i18n", "platform.settings"})
@NullMarked
package nl.uitweg.platform.page;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
