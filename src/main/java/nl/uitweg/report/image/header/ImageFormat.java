package nl.uitweg.report.image.header;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The supported image formats, each with its file signature. */
public enum ImageFormat {
  JPEG("\u00FF\u00D8\u00FF"),
  PNG("\u0089PNG\r\n\u001A\n"),
  GIF("GIF8"),
  WEBP("RIFF"),
  BMP("BM");

  private final String signature;

  ImageFormat(String signature) {
    this.signature = signature;
  }

  static Optional<ImageFormat> of(byte[] image) {
    String start = new String(image, 0, Math.min(image.length, 8), StandardCharsets.ISO_8859_1);
    return Stream.of(values()).filter(format -> start.startsWith(format.signature)).findFirst();
  }
}
