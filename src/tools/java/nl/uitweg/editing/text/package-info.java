/**
 * The texts of a language, each with its Dutch source, as the checks in {@code editing} read them.
 */
@MayCall({"platform.file", "platform.i18n", "region"})
@NullMarked
package nl.uitweg.editing.text;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
