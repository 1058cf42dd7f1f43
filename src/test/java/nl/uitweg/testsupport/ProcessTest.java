package nl.uitweg.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that starts the packaged application or a command as a separate process. {@link
 * ServerTest} is its counterpart for tests in the process of the site.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProcessTestEvents.class)
@Tag("process")
public @interface ProcessTest {}
