/** The report of a suspicion: what it holds, its states and rules, how it is stored sealed. */
@NullMarked
package nl.uitweg.signal;

import org.jspecify.annotations.NullMarked;
