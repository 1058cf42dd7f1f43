/** The page with the figures that the municipalities publish. */
@MayCall({"figures", "platform.http", "platform.i18n", "platform.persistence"})
@NullMarked
package nl.uitweg.site.figures;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
