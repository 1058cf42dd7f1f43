/** The residence guide: questions, rules, and the statements that follow, each with its sources. */
@MayCall({"content", "content.file", "platform.i18n", "platform.page", "platform.settings"})
@NullMarked
package nl.uitweg.site.residence;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
