package nl.uitweg.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;

/** Width of the window in pixels and colour scheme of the device. */
record DisplayMode(int width, Colours colours) {

  enum Colours {
    LIGHT,
    DARK,
    FORCED
  }

  private static final int[] WIDTHS_PIXELS = {320, 360, 1280};
  private static final int HEIGHT_PIXELS = 800;

  static List<DisplayMode> all() {
    List<DisplayMode> all = new ArrayList<>();
    for (int width : WIDTHS_PIXELS) {
      for (Colours colours : Colours.values()) {
        all.add(new DisplayMode(width, colours));
      }
    }
    return all;
  }

  /**
   * The modes in which axe can find different things: each width in light and dark colours, and
   * forced colours at one width, because axe does not examine those colours.
   */
  static List<DisplayMode> distinct() {
    return all().stream()
        .filter(mode -> mode.colours() != Colours.FORCED || mode.width() == WIDTHS_PIXELS[0])
        .toList();
  }

  /** Light colours, with the width chosen round robin by the number of the screen. */
  static DisplayMode roundRobin(int number) {
    return new DisplayMode(WIDTHS_PIXELS[number % WIDTHS_PIXELS.length], Colours.LIGHT);
  }

  void applyTo(Page page) {
    page.setViewportSize(width, HEIGHT_PIXELS);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(colours == Colours.DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setForcedColors(colours == Colours.FORCED ? ForcedColors.ACTIVE : ForcedColors.NONE));
  }

  @Override
  public String toString() {
    return width + " px, " + colours;
  }
}
