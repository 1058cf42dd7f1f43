package nl.uitweg.editing;

import java.util.List;

/** Looks at one translated text for one kind of mistake. */
@FunctionalInterface
interface TextRule {

  /** What is wrong with it; empty when nothing is. */
  List<Finding> check(TranslatedText text);
}
