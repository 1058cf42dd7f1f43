/** The list of reports an officer may see. */
@NullMarked
package nl.uitweg.desk.inbox;

import org.jspecify.annotations.NullMarked;
