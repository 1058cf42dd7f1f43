/** The officers who work for a municipality, as far as they have been at the desk. */
@MayCall({"desk.officer", "platform.i18n", "report"})
@NullMarked
package nl.uitweg.desk.colleague;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
