/**
 * The user who is logged in at the desk: name, roles, municipalities, and the age and strength of
 * the login. Also whether the login provider is available.
 */
@MayCall("region")
@NullMarked
package nl.uitweg.desk.officer;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
