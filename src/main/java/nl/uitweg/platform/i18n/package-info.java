/** The languages of the site, language negotiation, and the interface texts. */
@MayCall
@NullMarked
package nl.uitweg.platform.i18n;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
