/** The administrative instruments of the policy document, to search and beside the case. */
@MayCall({"content", "desk", "platform.i18n", "report"})
@NullMarked
package nl.uitweg.desk.instruments;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
