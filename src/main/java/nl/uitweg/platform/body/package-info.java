/**
 * Receives the bodies of requests: no worker thread waits for one, and none takes more than its
 * share.
 */
@MayCall({"platform.http", "platform.i18n", "platform.limits", "platform.sealing"})
@NullMarked
package nl.uitweg.platform.body;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
