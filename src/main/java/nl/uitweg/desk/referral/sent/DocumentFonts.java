package nl.uitweg.desk.referral.sent;

import jakarta.inject.Singleton;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The fonts of the referral document: DejaVu Sans for Latin, Greek, Cyrillic, Arabic and Hebrew.
 * Text in another script becomes an image, drawn with a font of the operating system when there is
 * a suitable one.
 */
@Singleton
class DocumentFonts {

  private static final String FONT = "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final int IMAGE_WIDTH = 1_300;
  private static final float FONT_SIZE = 26;
  private static final int MAX_IMAGE_HEIGHT = 1_800;
  private static final Font REGULAR = font();

  static InputStream regular() {
    InputStream font = Thread.currentThread().getContextClassLoader().getResourceAsStream(FONT);
    if (font == null) {
      throw new IllegalStateException(FONT + " is missing from the class path");
    }
    return font;
  }

  private static Font font() {
    try (InputStream file = regular()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(FONT + " cannot be read", e);
    }
  }

  /** Whether the font of the document has all characters of a text. */
  static boolean canDisplay(String text) {
    return REGULAR.canDisplayUpTo(text.replaceAll("\\s", "")) < 0;
  }

  /**
   * The direction of a text: {@code rtl} when it begins in a right-to-left script, otherwise {@code
   * ltr}.
   */
  static String direction(String text) {
    return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
  }

  /**
   * Removes control characters, non-characters and unpaired surrogates, which XML 1.0 does not
   * allow.
   */
  static String stripInvalidXml(String html) {
    return html.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]", "");
  }

  /**
   * Draws a text as a PNG and returns it as a data URI; empty when no font of the operating system
   * has all characters, or when the text is too long.
   */
  String imageDataUri(String text) {
    Font systemFont = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(FONT_SIZE);
    if (systemFont.canDisplayUpTo(text.replaceAll("\\s", "")) >= 0) {
      return "";
    }
    List<TextLayout> lines = lines(text, systemFont);
    int height = (int) Math.ceil(lines.stream().mapToDouble(DocumentFonts::height).sum());
    if (height > MAX_IMAGE_HEIGHT) {
      return "";
    }
    BufferedImage image = new BufferedImage(IMAGE_WIDTH, height + 8, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    float y = 0;
    for (TextLayout line : lines) {
      line.draw(
          graphics,
          line.isLeftToRight() ? 0 : IMAGE_WIDTH - line.getAdvance(),
          y + line.getAscent());
      y += height(line);
    }
    graphics.dispose();
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<TextLayout> lines(String text, Font font) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    List<TextLayout> lines = new ArrayList<>();
    for (String paragraph : text.lines().filter(line -> !line.isBlank()).toList()) {
      AttributedString words = new AttributedString(paragraph, Map.of(TextAttribute.FONT, font));
      LineBreakMeasurer measurer = new LineBreakMeasurer(words.getIterator(), context);
      while (measurer.getPosition() < paragraph.length()) {
        lines.add(measurer.nextLayout(IMAGE_WIDTH));
      }
    }
    return lines;
  }

  private static float height(TextLayout line) {
    return line.getAscent() + line.getDescent() + line.getLeading() + 6;
  }
}
