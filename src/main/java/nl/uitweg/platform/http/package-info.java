/**
 * Error pages, security headers, normalised paths, and the interfaces of the gates for codes and
 * submissions.
 */
@MayCall({"platform.i18n", "platform.page", "platform.persistence", "platform.settings"})
@NullMarked
package nl.uitweg.platform.http;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
