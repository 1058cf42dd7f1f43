/** How many reports, of what kind, per half-year: without a number that could point at somebody. */
@NullMarked
package nl.uitweg.desk.statistics;

import org.jspecify.annotations.NullMarked;
