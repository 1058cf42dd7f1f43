/**
 * Organisations, guidance pages, indicators and phrases, read once from {@code content/}; invalid
 * content stops start-up.
 */
@MayCall({"platform.file", "platform.i18n", "region"})
@NullMarked
package nl.uitweg.content;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
