/**
 * Reads addresses in the words of reporters, whatever their spelling, and says by which indexes
 * another spelling of the same address is found.
 */
@MayCall({"platform.i18n", "region"})
@NullMarked
package nl.uitweg.desk.address;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
