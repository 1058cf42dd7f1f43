/**
 * Receives request bodies and limits unsent responses: no worker thread waits for a visitor, and no
 * visitor takes more than a fair share of memory or time.
 */
@MayCall({"platform.http", "platform.i18n", "platform.limits", "platform.page", "platform.sealing"})
@NullMarked
package nl.uitweg.platform.body;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
