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

  /** Each width light and dark, and forced colours once: they change nothing that axe looks at. */
  static List<Look> different() {
    return all().stream()
        .filter(look -> look.colours() != Colours.FORCED || look.width() == WIDTHS[0])
        .toList();
  }

  /** The widths in turn, in light colours. */
  static Look turn(int number) {
    return new Look(WIDTHS[number % WIDTHS.length], Colours.LIGHT);
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
