/** Reads one content file, YAML or Markdown, and reports mistakes with file and line. */
@MayCall("platform.i18n")
@NullMarked
package nl.uitweg.content.file;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
