/** Validates the headers of images before anything is decoded. */
@MayCall
@NullMarked
package nl.uitweg.report.image.header;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
