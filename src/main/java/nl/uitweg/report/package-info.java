/** The report of a suspicion: what it holds, its states and rules, how it is stored sealed. */
@NullMarked
package nl.uitweg.report;

import org.jspecify.annotations.NullMarked;
