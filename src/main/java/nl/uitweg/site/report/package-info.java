/** The public form, one question per screen, up to the confirmation with the code. */
@NullMarked
package nl.uitweg.site.report;

import org.jspecify.annotations.NullMarked;
