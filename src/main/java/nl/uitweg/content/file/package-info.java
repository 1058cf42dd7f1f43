/** Reads one file of an editor, YAML or Markdown, and names the place of a mistake. */
@MayCall("platform.i18n")
@NullMarked
package nl.uitweg.content.file;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
