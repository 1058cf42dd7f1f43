/** The reporter comes back with the code. */
@NullMarked
package nl.uitweg.site.conversation;

import org.jspecify.annotations.NullMarked;
