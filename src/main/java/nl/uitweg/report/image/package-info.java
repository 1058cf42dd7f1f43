/**
 * Re-encodes images in a separate process, after a check of their headers. Independent of files and
 * reports. The entry point is {@link nl.uitweg.report.image.ImageDecoder}.
 */
@MayCall("report.image.header")
@NullMarked
package nl.uitweg.report.image;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
