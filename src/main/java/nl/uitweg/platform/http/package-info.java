/** Frame, head, exit, error pages, security headers, and the public pages kept in memory. */
@NullMarked
package nl.uitweg.platform.http;

import org.jspecify.annotations.NullMarked;
