package nl.uitweg.desk.route;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a resource of the desk that checks a sealed token in the request instead of a login,
 * because a request with the cookies of a login would extend it. It must show nothing of a report.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SealedAccess {}
