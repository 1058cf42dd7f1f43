package nl.uitweg.report.image;

import nl.uitweg.report.image.header.ImageFormat;

/**
 * A re-encoded image.
 *
 * @param format JPEG, or PNG for images with transparency or few colours, such as screenshots
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReencodedImage(ImageFormat format, byte[] content) {}
