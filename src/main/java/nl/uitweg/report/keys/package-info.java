/** Commands of the holder of the keys: wraps keys of reports again after a rotation or a loss. */
@MayCall("platform.sealing")
@NullMarked
package nl.uitweg.report.keys;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
