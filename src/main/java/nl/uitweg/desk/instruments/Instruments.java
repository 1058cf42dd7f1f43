package nl.uitweg.desk.instruments;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.desk.DeskFactory;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.file.YamlFile;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.region.Region;
import nl.uitweg.report.content.Question;

/**
 * Holds all instruments, searches them by words, and selects those that are suitable for a report.
 * They are read at start-up; an invalid file stops the start-up.
 */
@Startup
@Singleton
class Instruments {

  private final Instrument.File file;
  private final LocalRules localRules;
  private final ReportTexts reportTexts;
  private final DeskFactory deskFactory;

  Instruments(ReportTexts reportTexts, DeskFactory deskFactory, Region region) {
    this.file =
        PackagedFolder.read(
            "content", folder -> YamlFile.read(folder, "instruments.yaml", Instrument.File.class));
    this.localRules = new LocalRules(region, file.instruments());
    this.reportTexts = reportTexts;
    this.deskFactory = deskFactory;
  }

  /**
   * An instrument as it is shown.
   *
   * @param reasons texts of the ticked indicators that match the instrument; when none matches, of
   *     the forms of exploitation
   * @param replacement text that says what has replaced its articles; empty when nothing is known
   *     to have replaced them
   * @param caution warning that the instrument can harm the victim; empty when it cannot
   */
  record View(
      String id,
      String name,
      String purpose,
      String decidedBy,
      List<ArticleView> articles,
      List<String> reasons,
      String replacement,
      String caution) {

    /** All texts of this instrument that the page shows, for searching. */
    private String allTexts() {
      List<String> all = new ArrayList<>(List.of(name, purpose, decidedBy, replacement, caution));
      articles.forEach(article -> all.add(article.text()));
      all.addAll(reasons);
      return String.join("\n", all);
    }
  }

  /**
   * An article.
   *
   * @param municipalities names of the municipalities whose rule it is; empty for a national act
   */
  record ArticleView(String text, String municipalities) {}

  String source() {
    return file.source();
  }

  /**
   * The instruments whose texts contain every word of the query, in any order, ignoring accents and
   * case; all instruments when the query is empty.
   */
  List<View> find(String query, Texts texts) {
    List<String> words = List.of(normalise(query).strip().split("\\s+"));
    return file.instruments().stream()
        .map(instrument -> view(instrument, Optional.empty(), instrument.forms(), List.of(), texts))
        .filter(view -> words.stream().allMatch(normalise(view.allTexts())::contains))
        .toList();
  }

  /**
   * The instruments that may be suitable for what was ticked, the most suitable first.
   *
   * @param municipality municipality whose by-laws are shown; empty for all
   */
  List<View> suitableFor(
      List<String> forms, List<String> indicators, Optional<String> municipality, Texts texts) {
    return file.instruments().stream()
        .filter(instrument -> instrument.suitability(forms, indicators) > 0)
        .sorted(
            Comparator.comparingInt(
                (Instrument instrument) -> -instrument.suitability(forms, indicators)))
        .map(
            instrument ->
                view(
                    instrument,
                    municipality,
                    forms.stream().filter(instrument.forms()::contains).toList(),
                    indicators.stream().filter(instrument.indicators()::contains).toList(),
                    texts))
        .toList();
  }

  private View view(
      Instrument instrument,
      Optional<String> municipality,
      List<String> forms,
      List<String> indicators,
      Texts texts) {
    Texts dutch = deskFactory.dutchTexts();
    List<String> reasons = new ArrayList<>();
    indicators.forEach(
        indicator -> reasons.add(reportTexts.optionText(Question.INDICATORS, indicator, dutch)));
    if (indicators.isEmpty()) {
      forms.forEach(form -> reasons.add(reportTexts.optionText(Question.FORMS, form, dutch)));
    }
    return new View(
        instrument.id(),
        texts.get("instruments." + instrument.id()),
        texts.get("instruments." + instrument.id() + ".for"),
        texts.get("instruments.decides." + instrument.decidedBy()),
        articles(instrument, municipality, dutch),
        reasons,
        replacement(instrument, texts),
        instrument.mayHarmVictim().orElse(false) ? texts.get("instruments.may-harm-victim") : "");
  }

  /** The local rules, then the articles of national acts; in Dutch. */
  private List<ArticleView> articles(
      Instrument instrument, Optional<String> municipality, Texts dutch) {
    List<ArticleView> articles = new ArrayList<>();
    localRules
        .of(instrument.id(), municipality)
        .forEach((text, names) -> articles.add(new ArticleView(text, names)));
    instrument.articles().forEach(article -> articles.add(new ArticleView(article.text(), "")));
    return articles.isEmpty()
        ? List.of(new ArticleView(dutch.get("instruments.local-rule"), ""))
        : articles;
  }

  private static String replacement(Instrument instrument, Texts texts) {
    String key = "instruments." + instrument.id() + ".replaced";
    return texts.has(key) ? texts.get(key) : "";
  }

  private static String normalise(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
