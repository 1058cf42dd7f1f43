/** The translated texts of an installation, as the checks in {@code editing} read them. */
@MayCall({"content", "platform.i18n"})
@NullMarked
package nl.uitweg.editing.text;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
