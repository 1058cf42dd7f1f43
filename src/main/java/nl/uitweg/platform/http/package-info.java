/** Error pages, security headers, limits of requests, and the tokens of forms. */
@MayCall({"platform.i18n", "platform.page", "platform.settings"})
@NullMarked
package nl.uitweg.platform.http;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
