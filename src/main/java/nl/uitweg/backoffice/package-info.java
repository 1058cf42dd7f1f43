/** The officers' side: who is at the desk, what they may see, login. */
@NullMarked
package nl.uitweg.backoffice;

import org.jspecify.annotations.NullMarked;
