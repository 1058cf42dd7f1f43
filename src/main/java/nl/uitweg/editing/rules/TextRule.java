package nl.uitweg.editing.rules;

import java.util.List;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/** Looks at one translated text for one kind of mistake. */
@FunctionalInterface
interface TextRule {

  /** What is wrong with it; empty when nothing is. */
  List<Finding> check(TranslatedText text);
}
