/**
 * Receives uploaded files: detects the type, removes metadata from images, scans for viruses and
 * seals. Independent of reports.
 */
@MayCall({"platform.limits", "platform.sealing", "report.image", "report.image.header"})
@NullMarked
package nl.uitweg.report.intake;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
