/** What runs by itself: mail to officers and the auditor, and the purge of closed reports. */
@NullMarked
package nl.uitweg.jobs;

import org.jspecify.annotations.NullMarked;
