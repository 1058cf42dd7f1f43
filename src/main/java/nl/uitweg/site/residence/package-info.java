/** The residence guide: questions, rules, and the statements that follow, each with its sources. */
@MayCall({"content", "platform.http", "platform.i18n"})
@NullMarked
package nl.uitweg.site.residence;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
