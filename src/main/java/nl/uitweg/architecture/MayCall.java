package nl.uitweg.architecture;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the packages of this application that the annotated package may call. Every {@code
 * package-info.java} has this annotation. {@code ArchitectureTest} fails on a call that is not
 * listed and on a listed package that is not called; {@code ArchitectureDocumentTest} keeps {@code
 * docs/architecture.md} up to date.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface MayCall {

  /** Package names without the leading {@code nl.uitweg.}. */
  String[] value() default {};
}
