/** Finds words in everything an officer may read; opened in memory, indexed nowhere. */
@NullMarked
package nl.uitweg.backoffice.search;

import org.jspecify.annotations.NullMarked;
