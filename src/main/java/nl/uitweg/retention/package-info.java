/** Purges closed reports when their time has come, once however many replicas run. */
@NullMarked
package nl.uitweg.retention;

import org.jspecify.annotations.NullMarked;
