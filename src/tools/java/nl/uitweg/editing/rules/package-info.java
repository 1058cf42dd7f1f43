/**
 * The rules for texts: script, alphabet, characters, marks, numbers, plurals, terms, length and
 * neutral titles.
 */
@MayCall({"content", "editing.text", "platform.file", "platform.i18n"})
@NullMarked
package nl.uitweg.editing.rules;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
