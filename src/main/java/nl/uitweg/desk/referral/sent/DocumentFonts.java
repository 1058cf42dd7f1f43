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
 * The letters of the file of a referral: DejaVu Sans for Latin, Greek, Cyrillic, Arabic and Hebrew;
 * for other scripts a picture, drawn with the fonts of the machine when it has one that fits.
 */
@Singleton
class DocumentFonts {

  private static final String FONT = "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final int WIDTH = 1_300;
  private static final float SIZE = 26;
  private static final int MOST_HEIGHT = 1_800;
  private static final Font REGULAR = font();

  static InputStream regular() {
    InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(FONT);
    if (found == null) {
      throw new IllegalStateException(FONT + " is not in the application");
    }
    return found;
  }

  private static Font font() {
    try (InputStream file = regular()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(FONT + " cannot be read", e);
    }
  }

  /** Whether the font of the file has all letters of a text. */
  static boolean has(String text) {
    return REGULAR.canDisplayUpTo(text.replaceAll("\\s", "")) < 0;
  }

  /** {@code rtl} when the text begins in a script that is written from the right. */
  static String direction(String text) {
    return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
  }

  /** Without what XML 1.0 forbids. */
  static String xml(String html) {
    return html.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
  }

  /** A PNG as an address; empty when no font of this machine has the letters, or it is too long. */
  String picture(String text) {
    Font fitting = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(SIZE);
    if (fitting.canDisplayUpTo(text.replaceAll("\\s", "")) >= 0) {
      return "";
    }
    List<TextLayout> lines = lines(text, fitting);
    int height = (int) Math.ceil(lines.stream().mapToDouble(DocumentFonts::height).sum());
    if (height > MOST_HEIGHT) {
      return "";
    }
    BufferedImage image = new BufferedImage(WIDTH, height + 8, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.setColor(Color.BLACK);
    float y = 0;
    for (TextLayout line : lines) {
      line.draw(pen, line.isLeftToRight() ? 0 : WIDTH - line.getAdvance(), y + line.getAscent());
      y += height(line);
    }
    pen.dispose();
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
        lines.add(measurer.nextLayout(WIDTH));
      }
    }
    return lines;
  }

  private static float height(TextLayout line) {
    return line.getAscent() + line.getDescent() + line.getLeading() + 6;
  }
}
