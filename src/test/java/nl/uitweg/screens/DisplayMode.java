package nl.uitweg.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;

/** How wide the window is and which colours the visitor's device asks for. */
record DisplayMode(int width, Colours colours) {

  enum Colours {
    LIGHT,
    DARK,
    FORCED
  }

  private static final int[] WIDTHS = {320, 360, 1280};
  private static final int HEIGHT = 800;

  static List<DisplayMode> all() {
    List<DisplayMode> all = new ArrayList<>();
    for (int width : WIDTHS) {
      for (Colours colours : Colours.values()) {
        all.add(new DisplayMode(width, colours));
      }
    }
    return all;
  }

  /** The look with this number: they come back in turn, so that neighbours get different ones. */
  static DisplayMode turn(int number) {
    List<DisplayMode> all = all();
    return all.get(number % all.size());
  }

  void on(Page page) {
    page.setViewportSize(width, HEIGHT);
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
