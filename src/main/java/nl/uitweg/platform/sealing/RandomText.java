package nl.uitweg.platform.sealing;

import java.security.SecureRandom;
import java.util.StringJoiner;

/**
 * Random letters and digits that a person can read aloud: none that look alike, in groups. A letter
 * is worth almost five bits.
 */
public final class RandomText {

  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** For example {@code groups(2, 4)}: {@code k7mx-2pqa}. */
  public static String groups(int groups, int length) {
    StringJoiner text = new StringJoiner("-");
    for (int i = 0; i < groups; i++) {
      StringBuilder group = new StringBuilder();
      for (int j = 0; j < length; j++) {
        group.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
      }
      text.add(group);
    }
    return text.toString();
  }
}
