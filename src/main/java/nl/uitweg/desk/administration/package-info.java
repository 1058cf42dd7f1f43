/** The administrator's page: keys, retention, translations, settings and health; no secret. */
@NullMarked
package nl.uitweg.desk.administration;

import org.jspecify.annotations.NullMarked;
