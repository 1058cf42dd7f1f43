/**
 * Judges an image by its header and draws it anew in a process of its own; knows no file and no
 * report. {@link nl.uitweg.report.image.ImageDecoder} is the way in.
 */
@MayCall("report.image.header")
@NullMarked
package nl.uitweg.report.image;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
