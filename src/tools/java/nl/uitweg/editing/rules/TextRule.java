package nl.uitweg.editing.rules;

import java.util.List;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.TranslatedText;

/** Checks one text for one kind of mistake. */
@FunctionalInterface
interface TextRule {

  /** Problems and hints; empty when there are none. */
  List<Finding> check(TranslatedText text);
}
