/** Invented reports for the demo, the tests and the benchmarks: {@code bin/seed}. */
@MayCall({"audit", "command", "demo"})
@NullMarked
package nl.uitweg.seed;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
