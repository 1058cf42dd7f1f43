/**
 * What editors write in {@code content/}, read once into immutable records; broken content stops
 * start-up.
 */
@MayCall({"content.file", "platform.i18n"})
@NullMarked
package nl.uitweg.content;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
