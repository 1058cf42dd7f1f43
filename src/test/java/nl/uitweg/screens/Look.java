package nl.uitweg.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;

/** How wide the window is and which colours the visitor's device asks for. */
record Look(int width, Colours colours) {

  enum Colours {
    LIGHT,
    DARK,
    FORCED
  }

  private static final int[] WIDTHS = {320, 360, 1280};
  private static final int HEIGHT = 800;

  static List<Look> all() {
    List<Look> all = new ArrayList<>();
    for (int width : WIDTHS) {
      for (Colours colours : Colours.values()) {
        all.add(new Look(width, colours));
      }
    }
    return all;
  }

  /**
   * The look in which the screen with this number is examined in this language: a screen gets other
   * colours and another width in each language, its neighbour the next ones. So three languages
   * show every screen in all colours and at all widths, and every look comes back on each ninth
   * screen.
   */
  static Look of(int screen, int language) {
    Colours[] colours = Colours.values();
    return new Look(
        WIDTHS[(screen / colours.length + language) % WIDTHS.length],
        colours[(screen + language) % colours.length]);
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
