/** Mail to officers: that there is something, never what; and the chain's head to the auditor. */
@NullMarked
package nl.uitweg.notification;

import org.jspecify.annotations.NullMarked;
