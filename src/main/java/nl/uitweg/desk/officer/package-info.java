/** Who is at the desk: name, roles, municipalities, and how fresh the login is. */
@MayCall("region")
@NullMarked
package nl.uitweg.desk.officer;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
