package nl.uitweg.platform.health;

import jakarta.inject.Singleton;
import nl.uitweg.platform.persistence.DatabaseState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: reports can be stored. Without the database the public tier still serves its pages, so a
 * load balancer should not take a replica out of service because of this answer alone.
 */
@Readiness
@Singleton
class ReadyCheck implements HealthCheck {

  private final DatabaseState database;

  ReadyCheck(DatabaseState database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database-takes-writes").status(database.isWritable()).build();
  }
}
