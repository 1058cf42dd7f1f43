/** The database: checks at start-up and the row-level scope of each transaction. */
@MayCall("platform.settings")
@NullMarked
package nl.uitweg.platform.persistence;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
