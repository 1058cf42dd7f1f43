/** Exchanges texts with translators as PO files (GNU gettext). */
@MayCall({"content", "editing.rules", "editing.text", "platform.file", "platform.i18n", "region"})
@NullMarked
package nl.uitweg.editing.po;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
