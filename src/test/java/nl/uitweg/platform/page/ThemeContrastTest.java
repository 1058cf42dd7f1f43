package nl.uitweg.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Computes the contrast of every pair of colours that the stylesheet uses, light and dark, by WCAG
 * 2.2 (1.4.3, 1.4.11). A pair names the token that the rule uses first; its fallback comes from the
 * stylesheet, so that the theme of a municipality is measured as a visitor sees it.
 */
class ThemeContrastTest {

  private static final String PAGE = "--utrecht-document-background-color";
  private static final String TEXT = "--utrecht-document-color";

  /** Foreground token, background token and minimum contrast ratio. */
  private record Pair(String foreground, String background, double minimum) {}

  private static final List<Pair> PAIRS =
      List.of(
          text(TEXT, PAGE),
          text("--utrecht-heading-1-color", PAGE),
          text("--utrecht-heading-2-color", PAGE),
          text("--utrecht-heading-3-color", PAGE),
          text("--uw-ink", "--uw-ground"),
          text("--uw-ink", "--uw-quiet"),
          text("--uw-ink", "--uw-danger-ground"),
          text("--uw-hint", "--uw-ground"),
          new Pair("--utrecht-link-color", PAGE, 7),
          text("--utrecht-link-color", "--uw-quiet"),
          text("--utrecht-link-hover-color", PAGE),
          text("--utrecht-form-field-description-color", PAGE),
          text("--utrecht-form-field-description-color", "--uw-quiet"),
          text(TEXT, "--utrecht-blockquote-background-color"),
          component("--utrecht-blockquote-border-color", PAGE),
          text("--utrecht-skip-link-color", "--utrecht-skip-link-background-color"),
          text("--utrecht-page-header-color", "--utrecht-page-header-background-color"),
          text("--utrecht-page-footer-color", "--utrecht-page-footer-background-color"),
          text(
              "--utrecht-button-primary-action-danger-color",
              "--utrecht-button-primary-action-danger-background-color"),
          component("--utrecht-button-primary-action-danger-background-color", PAGE),
          component(
              "--utrecht-button-primary-action-danger-background-color",
              "--utrecht-page-header-background-color"),
          new Pair("--uw-primary", "--uw-ground", 7),
          component("--uw-primary", "--uw-quiet"),
          text("--uw-on-primary", "--uw-primary"),
          text("--uw-on-deep", "--uw-deep"),
          new Pair("--utrecht-button-primary-action-background-color", PAGE, 3),
          text(
              "--utrecht-button-primary-action-color",
              "--utrecht-button-primary-action-background-color"),
          text(
              "--utrecht-button-primary-action-hover-color",
              "--utrecht-button-primary-action-hover-background-color"),
          text(
              "--utrecht-button-secondary-action-color",
              "--utrecht-button-secondary-action-background-color"),
          component("--utrecht-button-secondary-action-border-color", PAGE),
          text("--utrecht-button-subtle-color", "--utrecht-button-subtle-background-color"),
          text("--uw-danger", "--uw-ground"),
          text("--uw-danger", "--uw-danger-ground"),
          text("--utrecht-alert-error-color", "--utrecht-alert-error-background-color"),
          text("--utrecht-link-color", "--utrecht-alert-error-background-color"),
          component("--utrecht-alert-error-border-color", PAGE),
          text("--utrecht-alert-ok-color", "--utrecht-alert-ok-background-color"),
          component("--utrecht-alert-ok-border-color", PAGE),
          text("--utrecht-form-label-color", PAGE),
          text("--utrecht-form-field-error-message-color", PAGE),
          component("--utrecht-form-field-invalid-border-inline-start-color", PAGE),
          text("--utrecht-form-control-color", "--utrecht-form-control-background-color"),
          component("--utrecht-form-control-border-color", PAGE),
          component("--utrecht-form-control-invalid-border-color", PAGE),
          component("--uw-line", "--uw-ground"),
          component("--uw-line", "--uw-quiet"),
          component("--utrecht-focus-outline-color", "--utrecht-focus-inverse-outline-color"));

  /** Backgrounds on which the focus ring may appear. */
  private static final List<String> FOCUS_BACKGROUNDS =
      List.of(
          PAGE,
          "--uw-ground",
          "--uw-quiet",
          "--uw-danger-ground",
          "--uw-deep",
          "--utrecht-page-header-background-color",
          "--utrecht-page-footer-background-color");

  /** Decorative lines, which WCAG exempts. */
  private static final Set<String> DECORATION =
      Set.of(
          "--uw-edge",
          "--utrecht-page-header-border-block-end-color",
          "--utrecht-table-row-border-block-end-color",
          "--utrecht-button-primary-action-border-color",
          "--utrecht-button-subtle-border-color");

  private static final String CSS = Assets.stylesheetWithoutTheme();
  private static final Pattern COLOUR_DECLARATION =
      Pattern.compile(
          "[{;](?:color|background|fill|stroke|accent-color|outline|box-shadow|border[a-z-]*):([^;}]*)");
  private static final Pattern TOKEN =
      Pattern.compile("var\\((--[\\w-]+)(?:,(var\\(--uw-[\\w-]+\\)|inherit|transparent))?\\)");

  private static final Map<String, String> FALLBACKS = fallbacks();

  private final Theme theme = Theme.read(Path.of("content"), CSS);

  /** A pair of text and background (1.4.3). */
  private static Pair text(String foreground, String background) {
    return new Pair(foreground, background, 4.5);
  }

  /** A pair of a part of a user interface component and background (1.4.11). */
  private static Pair component(String foreground, String background) {
    return new Pair(foreground, background, 3);
  }

  @Test
  void everyPairHasEnoughContrast() {
    assertThat(tooWeak(theme)).isEmpty();
  }

  @Test
  void reportsATooWeakColour() {
    assertThat(tooWeak(with("--uw-hint", "#8a9aa4"))).anyMatch(p -> p.contains("--uw-hint on"));
    assertThat(tooWeak(with("--uw-primary", "#3f8f9f")))
        .anyMatch(p -> p.contains("--uw-primary on"));
    assertThat(tooWeak(with("--uw-line", "#c8d2d8"))).anyMatch(p -> p.contains("--uw-line on"));
    assertThat(tooWeak(with("--uw-focus-glow", "#16212b")))
        .anyMatch(p -> p.contains("-focus-outline-color on"));
  }

  /** A municipality that defines no dark values: its blue links on the dark background. */
  @Test
  void reportsAColourThatIsTooWeakInDarkModeOnly() {
    assertThat(tooWeak(with("--utrecht-link-color", "#00386b")))
        .isNotEmpty()
        .allMatch(p -> p.startsWith("dark: --utrecht-link-color on"));
  }

  @Test
  void measuresEveryColourOfTheStylesheet() {
    Set<String> measured = new TreeSet<>(DECORATION);
    PAIRS.forEach(pair -> Stream.of(pair.foreground(), pair.background()).forEach(measured::add));
    measured.addAll(List.of("--uw-on-danger", "--uw-focus-line", "--uw-focus-glow"));
    assertThat(measured).containsAll(FALLBACKS.keySet());
  }

  private Theme with(String token, String value) {
    Map<String, String> light = new HashMap<>(theme.light());
    light.put(token, value);
    return new Theme(light, theme.dark());
  }

  private static List<String> tooWeak(Theme theme) {
    List<String> weak = new ArrayList<>();
    Map<String, String> dark = new HashMap<>(theme.light());
    dark.putAll(theme.dark());
    Map.of("light", theme.light(), "dark", dark)
        .forEach(
            (mode, tokens) -> {
              for (Pair pair : PAIRS) {
                addIfTooWeak(
                    weak,
                    mode + ": " + pair.foreground() + " on " + pair.background(),
                    contrast(
                        colour(pair.foreground(), TEXT, tokens),
                        colour(pair.background(), PAGE, tokens)),
                    pair.minimum());
              }
              for (String ground : FOCUS_BACKGROUNDS) {
                int background = colour(ground, PAGE, tokens);
                int line = colour("--utrecht-focus-outline-color", TEXT, tokens);
                int glow = colour("--utrecht-focus-inverse-outline-color", TEXT, tokens);
                addIfTooWeak(
                    weak,
                    mode + ": focus on " + ground,
                    Math.max(contrast(line, background), contrast(glow, background)),
                    3);
              }
            });
    return weak;
  }

  private static void addIfTooWeak(
      List<String> weak, String pair, double contrast, double minimum) {
    if (contrast < minimum) {
      weak.add("%s is %.2f, needs %.1f".formatted(pair, contrast, minimum));
    }
  }

  /** Fallbacks by token, of every declaration that sets a colour. */
  private static Map<String, String> fallbacks() {
    Map<String, String> fallbacks = new HashMap<>();
    Matcher rule = COLOUR_DECLARATION.matcher(CSS);
    while (rule.find()) {
      Matcher token = TOKEN.matcher(rule.group(1));
      while (token.find()) {
        String fallback = token.group(2) == null ? "" : token.group(2);
        if (!fallback.isEmpty() || token.group(1).startsWith("--uw-")) {
          fallbacks.put(token.group(1), fallback);
        }
      }
    }
    return fallbacks;
  }

  /**
   * The colour of a token as 0xRRGGBB.
   *
   * @param surroundings token of the colour to which {@code inherit} and {@code transparent}
   *     resolve
   */
  private static int colour(String token, String surroundings, Map<String, String> tokens) {
    String value = tokens.getOrDefault(token, FALLBACKS.getOrDefault(token, ""));
    if (value.matches("#[0-9a-fA-F]{6}")) {
      return Integer.parseInt(value.substring(1), 16);
    }
    if (value.matches("#[0-9a-fA-F]{3}")) {
      return Integer.parseInt(value.substring(1).replaceAll("[0-9a-fA-F]", "$0$0"), 16);
    }
    if (value.matches("inherit|transparent")) {
      return colour(surroundings, surroundings, tokens);
    }
    Matcher other = Pattern.compile("var\\((--[\\w-]+)\\)").matcher(value);
    assertThat(other.matches()).as("%s: %s; write a colour as #rrggbb", token, value).isTrue();
    return colour(other.group(1), surroundings, tokens);
  }

  private static double contrast(int first, int second) {
    double a = luminance(first);
    double b = luminance(second);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
