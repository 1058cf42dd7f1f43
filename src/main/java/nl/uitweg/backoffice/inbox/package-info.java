/** The list of reports an officer may see. */
@NullMarked
package nl.uitweg.backoffice.inbox;

import org.jspecify.annotations.NullMarked;
