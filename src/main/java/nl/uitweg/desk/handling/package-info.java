/** Who has a report, how urgent it is, which labels it has, and by when it must be read. */
@NullMarked
package nl.uitweg.desk.handling;

import org.jspecify.annotations.NullMarked;
