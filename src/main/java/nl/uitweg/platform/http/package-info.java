/** Frame, head, exit, error pages, security headers, and the public pages kept in memory. */
@MayCall("platform.i18n")
@NullMarked
package nl.uitweg.platform.http;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
