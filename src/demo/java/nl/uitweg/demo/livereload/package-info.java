/**
 * The application in the development mode of Quarkus, for {@code bin/dev}: watches the source
 * folders, brings valid changes into the running application, and reports invalid ones.
 */
@MayCall
@NullMarked
package nl.uitweg.demo.livereload;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
