/** The administrator's page: keys, retention, translations, settings and health; no secret. */
@NullMarked
package nl.uitweg.backoffice.administration;

import org.jspecify.annotations.NullMarked;
