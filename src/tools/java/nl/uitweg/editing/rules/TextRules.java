package nl.uitweg.editing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.content.PageFacts;
import nl.uitweg.editing.text.EditedFiles;
import nl.uitweg.editing.text.Finding;
import nl.uitweg.editing.text.PageTexts;
import nl.uitweg.editing.text.TranslatedText;
import nl.uitweg.editing.text.TranslatedTexts;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.TextParameters;

/** Applies all rules to all texts of a language. */
public final class TextRules {

  private final PageTexts pages;
  private final TranslatedTexts texts;
  private final List<TextRule> rulesForAllLanguages;
  private final List<TextRule> rulesForTranslations;
  private final WordingRule wording;
  private final TypedFacts facts;

  /**
   * @param parameters named parameters of texts
   */
  public TextRules(EditedFiles files, Content content, TextParameters parameters) {
    List<String> slugs = content.pages().stream().map(PageFacts::slug).toList();
    this.pages = new PageTexts(files.content(), slugs);
    this.texts = new TranslatedTexts(files.bundles(), pages);
    Glossary glossary = Glossary.read(files.i18n());
    Set<String> names =
        content.organisations().stream().map(Organisation::name).collect(Collectors.toSet());
    this.wording = new WordingRule(files.content());
    this.rulesForAllLanguages =
        List.of(
            new ParameterRule(parameters),
            new PluralRule(),
            new CharacterRule(),
            new TitleRule(glossary),
            wording);
    this.rulesForTranslations =
        List.of(
            new MarkRule(),
            new ArgumentRule(),
            new ScriptRule(),
            new AlphabetRule(),
            new NumberRule(),
            new UntranslatedRule(names),
            new GlossaryRule(glossary),
            new LengthRule());
    this.facts = new TypedFacts(content);
  }

  /** The problems and hints in the texts and pages of a language. */
  public List<Finding> findings(Language language) {
    List<Finding> findings = new ArrayList<>(PageShape.check(pages, language));
    findings.addAll(wording.checkPages(pages, language));
    texts.in(language).forEach(text -> findings.addAll(apply(text)));
    return findings;
  }

  /**
   * The problems and hints in one text that is not in a file yet, including telephone numbers and
   * links that were typed.
   */
  public List<Finding> findings(TranslatedText text) {
    List<Finding> findings = apply(text);
    facts
        .problems(text.text())
        .forEach(problem -> findings.add(Finding.problem(text, "is refused: " + problem)));
    return findings;
  }

  /** Letters of another script or alphabet in a text that has no Dutch source. */
  public static List<Finding> lettersOf(TranslatedText text) {
    List<Finding> findings = new ArrayList<>(new ScriptRule().check(text));
    findings.addAll(new AlphabetRule().check(text));
    return findings;
  }

  private List<Finding> apply(TranslatedText text) {
    List<Finding> findings = new ArrayList<>();
    rulesForAllLanguages.forEach(rule -> findings.addAll(rule.check(text)));
    if (!text.language().equals(Language.DUTCH)) {
      rulesForTranslations.forEach(rule -> findings.addAll(rule.check(text)));
    }
    return findings;
  }
}
