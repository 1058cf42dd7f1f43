/** The administrative instruments of the policy document, to search and beside the case. */
@NullMarked
package nl.uitweg.backoffice.instruments;

import org.jspecify.annotations.NullMarked;
