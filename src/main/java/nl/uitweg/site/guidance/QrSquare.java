package nl.uitweg.site.guidance;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as the path of an SVG, with its quiet zone.
 *
 * @param size of the square in modules
 * @param path of the dark modules
 * @param text that it holds
 */
record QrSquare(int size, String path, String text) {

  private static final int QUIET = 4;

  static QrSquare of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrSquare(code.size + 2 * QUIET, path.toString(), text);
  }
}
