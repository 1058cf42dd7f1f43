package nl.uitweg.platform.sealing;

import java.security.SecureRandom;
import java.util.StringJoiner;

/**
 * Generates random letters and digits in groups, without characters that look alike, for people to
 * read aloud. Each character has almost five bits of entropy.
 */
public final class RandomText {

  private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** For example {@code groups(2, 4)}: {@code k7mx-2pqa}. */
  public static String groups(int groups, int length) {
    StringJoiner text = new StringJoiner("-");
    for (int i = 0; i < groups; i++) {
      StringBuilder group = new StringBuilder();
      for (int j = 0; j < length; j++) {
        group.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
      }
      text.add(group);
    }
    return text.toString();
  }
}
