/** Published figures per half-year: the desk writes them, the public site shows them. */
@MayCall
@NullMarked
package nl.uitweg.figures;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
