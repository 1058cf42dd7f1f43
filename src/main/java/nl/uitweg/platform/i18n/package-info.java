/**
 * The languages of the site, language negotiation, the interface texts, and the folding of text for
 * comparison.
 */
@MayCall
@NullMarked
package nl.uitweg.platform.i18n;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
