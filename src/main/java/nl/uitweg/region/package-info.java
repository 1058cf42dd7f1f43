/** The region as data: its municipalities, their contacts and rules, and its texts. */
@MayCall({"platform.file", "platform.i18n", "platform.settings"})
@NullMarked
package nl.uitweg.region;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
