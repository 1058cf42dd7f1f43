/**
 * The demo launcher behind {@code bin/run}, with embedded PostgreSQL and Keycloak; it starts the
 * application as a separate process.
 */
@MayCall({
  "command",
  "operator",
  "platform.i18n",
  "platform.persistence",
  "platform.sealing",
  "region"
})
@NullMarked
package nl.uitweg.demo;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
