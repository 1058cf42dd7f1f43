package nl.uitweg.editing.rules;

import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.uitweg.content.Marks;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/**
 * Requires the arguments of the Dutch text, such as {@code {0}} or {@code {region}}: the site fills
 * them in, and without one a number or a name is missing. Also reports braces that cannot be read.
 */
final class ArgumentRule implements TextRule {

  private static final Pattern MARK = Pattern.compile("\\{(?:" + Marks.ALL + "):[^{}]*}");

  @Override
  public List<Finding> check(TranslatedText text) {
    Set<String> expected = arguments(text.dutch());
    Set<String> found;
    try {
      found = arguments(text.text());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // PluralRule reports it when the text is an ICU message.
      return text.isIcuMessage()
          ? List.of()
          : List.of(
              Finding.problem(
                  text,
                  "has a brace that is not part of a mark; copy the marks of the Dutch text"));
    }
    List<Finding> findings = new ArrayList<>();
    for (String argument : expected) {
      if (!found.contains(argument)) {
        findings.add(
            Finding.problem(
                text,
                "lacks {" + argument + "}; put it where the site must fill in the number or name"));
      }
    }
    for (String argument : found) {
      if (!expected.contains(argument)) {
        findings.add(
            Finding.problem(text, "has {" + argument + "}, which the Dutch text lacks; delete it"));
      }
    }
    return findings;
  }

  private static Set<String> arguments(String text) {
    Set<String> arguments = new TreeSet<>();
    if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
      return arguments;
    }
    MessagePattern pattern = new MessagePattern(MARK.matcher(text).replaceAll(""));
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NAME
          || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
        arguments.add(pattern.getSubstring(part));
      }
    }
    return arguments;
  }
}
