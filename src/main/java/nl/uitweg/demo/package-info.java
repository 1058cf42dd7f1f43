/**
 * Embedded PostgreSQL, embedded Keycloak and the launcher behind {@code bin/run}; runs outside the
 * application.
 */
@NullMarked
package nl.uitweg.demo;

import org.jspecify.annotations.NullMarked;
