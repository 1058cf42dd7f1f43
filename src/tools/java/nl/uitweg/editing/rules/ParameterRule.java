package nl.uitweg.editing.rules;

import java.util.List;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.platform.i18n.TextParameters;

/**
 * Requires that the named parameters of a text, such as {@code {region}}, can be filled in. {@link
 * nl.uitweg.content.TranslationCheck} compares them with those of the Dutch text.
 */
final class ParameterRule implements TextRule {

  private final TextParameters parameters;

  ParameterRule(TextParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public List<Finding> check(TranslatedText text) {
    try {
      parameters.fill(text.text(), text.language());
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(Finding.problem(text, "has an invalid parameter: " + e.getMessage()));
    }
  }
}
