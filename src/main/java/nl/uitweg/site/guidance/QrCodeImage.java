package nl.uitweg.site.guidance;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as an SVG path, with its quiet zone.
 *
 * @param size width and height in modules, with the quiet zone
 * @param path SVG path of the dark modules
 * @param text the encoded text
 */
record QrCodeImage(int size, String path, String text) {

  private static final int QUIET_ZONE_MODULES = 4;

  static QrCodeImage of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M')
              .append(x + QUIET_ZONE_MODULES)
              .append(' ')
              .append(y + QUIET_ZONE_MODULES)
              .append("h1v1h-1z");
        }
      }
    }
    return new QrCodeImage(code.size + 2 * QUIET_ZONE_MODULES, path.toString(), text);
  }
}
