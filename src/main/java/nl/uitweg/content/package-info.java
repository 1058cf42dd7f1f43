/**
 * Reads the files of editors in {@code content/} once into immutable records; invalid content stops
 * start-up.
 */
@MayCall({"content.file", "platform.i18n"})
@NullMarked
package nl.uitweg.content;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
