/** The page with the figures that the municipalities publish. */
@MayCall({"figures", "platform.i18n", "platform.page", "platform.persistence", "platform.settings"})
@NullMarked
package nl.uitweg.site.figures;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
