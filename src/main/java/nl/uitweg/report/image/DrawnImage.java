package nl.uitweg.report.image;

import nl.uitweg.report.image.header.ImageFormat;

/**
 * An image in our own encoding.
 *
 * @param format JPEG; PNG where it has transparency or few colours, as a screenshot has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DrawnImage(ImageFormat format, byte[] content) {}
