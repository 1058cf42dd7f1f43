/** Which languages there are, which one a visitor gets, and the interface texts in each. */
@NullMarked
package nl.uitweg.platform.i18n;

import org.jspecify.annotations.NullMarked;
