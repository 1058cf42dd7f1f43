package nl.uitweg.desk.related;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds profiles on the internet: "@name", addresses of profiles, and "insta: name". */
final class Profiles {

  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\d.])@([\\p{L}\\d][\\p{L}\\d._-]{2,40})");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?(?:[a-z-]{1,12}\\.)?((?:instagram|facebook|tiktok|snapchat|telegram|onlyfans|kinky"
              + "|vk|x|twitter|linkedin)\\.[a-z]{2,3}|t\\.me|fb\\.com)/([^\\s#]{2,80})",
          Pattern.CASE_INSENSITIVE);

  /** The name of a site, perhaps "account" or "naam", a colon, and a name. */
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:insta|instagram|ig|snap|snapchat|tiktok|telegram|facebook|fb|onlyfans"
              + "|kinky|twitter|linkedin)(?: ?(?:account|naam|name|profiel|profile|user|username))?"
              + " ?[:=] ?(?!https?:|www\\.)@?([\\p{L}\\d][\\p{L}\\d._-]{2,40})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern NUMBERED = Pattern.compile("profile\\.php\\?(?:.*&)?id=(\\d{4,20})");

  /** First parts of an address that are followed by the name. */
  private static final Set<String> BEFORE_NAME =
      Set.of("add", "in", "user", "s", "people", "pages");

  /** First parts of addresses that are of no profile. */
  private static final Set<String> NO_PROFILE =
      Set.of(
          "p",
          "reel",
          "reels",
          "stories",
          "explore",
          "watch",
          "groups",
          "share",
          "sharer",
          "joinchat",
          "photo.php",
          "story.php",
          "profile.php",
          "permalink.php",
          "events",
          "marketplace",
          "video");

  private Profiles() {}

  /** Original text → name of the profile, at most {@code limit}. */
  static Map<String, String> in(CharSequence text, int limit) {
    Map<String, String> profiles = new LinkedHashMap<>();
    add(profiles, HANDLE.matcher(text), 1, limit);
    Matcher addresses = ADDRESS.matcher(text);
    while (profiles.size() < limit && addresses.find()) {
      String original = addresses.group();
      nameIn(addresses.group(2)).ifPresent(name -> profiles.putIfAbsent(original, name));
    }
    add(profiles, ANNOUNCED.matcher(text), 1, limit);
    return profiles;
  }

  private static void add(Map<String, String> profiles, Matcher matcher, int group, int limit) {
    while (profiles.size() < limit && matcher.find()) {
      profiles.putIfAbsent(matcher.group(), normalised(matcher.group(group)));
    }
  }

  /** The name in the path of an address. */
  private static Optional<String> nameIn(String path) {
    Matcher numbered = NUMBERED.matcher(path);
    if (numbered.lookingAt()) {
      return Optional.of(numbered.group(1));
    }
    String[] parts = path.replaceAll("\\?.*", "").split("/", -1);
    String first = parts[0].toLowerCase(Locale.ROOT);
    if (BEFORE_NAME.contains(first) && parts.length > 1 && !parts[1].isEmpty()) {
      return Optional.of(normalised(parts[1]));
    }
    return NO_PROFILE.contains(first) || first.length() < 2
        ? Optional.empty()
        : Optional.of(normalised(parts[0]));
  }

  /**
   * Normalises the name of a profile. It does not depend on the site, because people use the same
   * name on several sites.
   */
  private static String normalised(String name) {
    return name.replaceAll("^@|[./_,;:!)-]+$", "").toLowerCase(Locale.ROOT);
  }
}
