/** Throttling of reports and of codes, without storing addresses. */
@MayCall({"platform.http", "platform.limits"})
@NullMarked
package nl.uitweg.platform.abuse;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
