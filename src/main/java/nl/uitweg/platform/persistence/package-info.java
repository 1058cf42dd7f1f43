/** The database: migrating it, checking it before serving, and for whom a transaction sees rows. */
@NullMarked
package nl.uitweg.platform.persistence;

import org.jspecify.annotations.NullMarked;
