package nl.uitweg.screens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Width of the window in pixels and colour scheme of the device. */
record DisplayMode(int width, Colours colours) {

  enum Colours {
    LIGHT,
    DARK,
    FORCED
  }

  private static final int SMALLEST_PIXELS = 320;
  private static final int LARGEST_PIXELS = 1280;
  private static final int[] WIDTHS_PIXELS = {SMALLEST_PIXELS, 360, LARGEST_PIXELS};
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
   * The modes in which axe can find different violations: each width in light colours, the smallest
   * and the largest in dark colours, and forced colours at one width, because axe does not examine
   * those colours.
   */
  static List<DisplayMode> distinct() {
    List<DisplayMode> modes = new ArrayList<>(atEveryWidth());
    modes.add(new DisplayMode(SMALLEST_PIXELS, Colours.DARK));
    modes.add(new DisplayMode(LARGEST_PIXELS, Colours.DARK));
    modes.add(new DisplayMode(SMALLEST_PIXELS, Colours.FORCED));
    return modes;
  }

  /** Half of the {@linkplain #distinct distinct modes}: the even or the odd ones. */
  static List<DisplayMode> everyOtherDistinct(int number) {
    List<DisplayMode> modes = distinct();
    return IntStream.range(0, modes.size())
        .filter(i -> i % 2 == number % 2)
        .mapToObj(modes::get)
        .toList();
  }

  /** Light colours, at the smallest and the largest width. */
  static List<DisplayMode> extremes() {
    return List.of(
        new DisplayMode(SMALLEST_PIXELS, Colours.LIGHT),
        new DisplayMode(LARGEST_PIXELS, Colours.LIGHT));
  }

  private static List<DisplayMode> atEveryWidth() {
    return Arrays.stream(WIDTHS_PIXELS)
        .mapToObj(width -> new DisplayMode(width, Colours.LIGHT))
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
