/** What the command lines of {@code bin/} have in common; picocli parses their arguments. */
@MayCall
@NullMarked
package nl.uitweg.command;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
