/**
 * What a translated text must keep of its source: alphabet, digits, marks, plurals, terms, length.
 */
@MayCall({"content", "editing.text", "platform.i18n"})
@NullMarked
package nl.uitweg.editing.rules;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
