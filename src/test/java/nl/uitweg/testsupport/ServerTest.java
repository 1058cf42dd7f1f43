package nl.uitweg.testsupport;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test class that runs in the process of the site and shares its PostgreSQL, Keycloak and browser
 * ({@link Servers}) with all other such classes; {@link ServerTestEvents} runs around each of them.
 * A class with a test profile declares {@code @QuarkusTest} and the tag itself, because its profile
 * starts {@link Servers} with other arguments.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("server")
public @interface ServerTest {}
