/**
 * Reads one content file, YAML or Markdown, and reports mistakes with file and line; with the facts
 * that several content files state.
 */
@MayCall("platform.i18n")
@NullMarked
package nl.uitweg.platform.file;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
