/** The officers' side: who is at the desk, what they may see, login. */
@NullMarked
package nl.uitweg.desk;

import org.jspecify.annotations.NullMarked;
