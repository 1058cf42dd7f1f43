/**
 * Receives the bodies of requests and bounds the answers that wait to be sent: no worker thread
 * waits for a visitor, and nobody takes more than their share of memory or time.
 */
@MayCall({"platform.http", "platform.i18n", "platform.limits", "platform.page", "platform.sealing"})
@NullMarked
package nl.uitweg.platform.body;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
