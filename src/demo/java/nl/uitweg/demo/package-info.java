/**
 * The launchers behind {@code bin/run} and {@code bin/dev}, with embedded PostgreSQL and Keycloak;
 * they start the application as a separate process.
 */
@MayCall({"command", "content", "demo.livereload", "operator", "platform.sealing", "region"})
@NullMarked
package nl.uitweg.demo;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
