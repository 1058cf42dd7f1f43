/**
 * The user who is logged in at the desk: name, roles, municipalities, and the age and strength of
 * the login.
 */
@MayCall("region")
@NullMarked
package nl.uitweg.desk.officer;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
