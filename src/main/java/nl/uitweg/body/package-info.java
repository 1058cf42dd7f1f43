/**
 * Receives the bodies of requests and bounds the answers that wait to be sent: no worker thread
 * waits for a visitor, and nobody takes more than their share of memory or time.
 */
@NullMarked
package nl.uitweg.body;

import org.jspecify.annotations.NullMarked;
