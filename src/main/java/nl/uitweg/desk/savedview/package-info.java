/**
 * The views of the inbox that officers saved for themselves, each under a name from a list. This
 * package stores them; {@code desk.inbox} knows what a filter may hold.
 */
@MayCall("desk.officer")
@NullMarked
package nl.uitweg.desk.savedview;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
