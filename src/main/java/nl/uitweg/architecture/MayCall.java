package nl.uitweg.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The packages of ours that a package may call, without the leading {@code nl.uitweg.}; stands in
 * every {@code package-info.java}. {@code ArchitectureTest} fails on a call that is not listed and
 * on a permission that is not used, and keeps {@code docs/architecture.md} the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface MayCall {

  String[] value() default {};
}
