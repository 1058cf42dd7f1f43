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

  /** The display mode for a screen, chosen round robin by its number. */
  static DisplayMode roundRobin(int number) {
    List<DisplayMode> all = all();
    return all.get(number % all.size());
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
