/** Finds words in everything an officer may read; opened in memory, indexed nowhere. */
@NullMarked
package nl.uitweg.desk.search;

import org.jspecify.annotations.NullMarked;
