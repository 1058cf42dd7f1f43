/** The residence guide: questions, rules, and the statements that follow, each with its sources. */
@NullMarked
package nl.uitweg.site.residence;

import org.jspecify.annotations.NullMarked;
