/** The database: migrating it, checking it before serving, and for whom a transaction sees rows. */
@MayCall("platform.settings")
@NullMarked
package nl.uitweg.platform.persistence;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
