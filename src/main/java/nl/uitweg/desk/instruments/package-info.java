/** The administrative instruments of the policy document, to search and beside the case. */
@NullMarked
package nl.uitweg.desk.instruments;

import org.jspecify.annotations.NullMarked;
