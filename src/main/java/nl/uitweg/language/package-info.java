/** Which languages there are, which one a visitor gets, and the interface texts in each. */
@NullMarked
package nl.uitweg.language;

import org.jspecify.annotations.NullMarked;
