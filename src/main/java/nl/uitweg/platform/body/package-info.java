/**
 * Receives the bodies of requests: no worker thread waits for one, and none takes more than its
 * share.
 */
@NullMarked
package nl.uitweg.platform.body;

import org.jspecify.annotations.NullMarked;
