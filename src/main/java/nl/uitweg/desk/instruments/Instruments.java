package nl.uitweg.desk.instruments;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.uitweg.content.file.YamlFile;
import nl.uitweg.desk.Desks;
import nl.uitweg.desk.ReportTexts;
import nl.uitweg.platform.i18n.PackagedFolder;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.Question;

/** All instruments, read at start-up; a broken file stops it. Finds by words and by what fits. */
@Startup
@Singleton
class Instruments {

  private final Instrument.File file;
  private final ReportTexts reportTexts;
  private final Desks desks;

  Instruments(ReportTexts reportTexts, Desks desks) {
    this.file =
        PackagedFolder.read(
            "content", root -> YamlFile.read(root, "instruments.yaml", Instrument.File.class));
    this.reportTexts = reportTexts;
    this.desks = desks;
  }

  /**
   * An instrument in words.
   *
   * @param why the ticked indicators and forms it may fit
   * @param replaced what came in the place of its articles; empty when nothing is known to
   * @param caution that it can hit the victim; empty when it cannot
   */
  record View(
      String id,
      String name,
      String purpose,
      String decides,
      List<ArticleView> articles,
      List<String> why,
      String replaced,
      String caution) {}

  record ArticleView(String text, String municipality) {}

  List<Instrument> all() {
    return file.instruments();
  }

  String source() {
    return file.source();
  }

  /** Those that have every word of the query, in any order, without regard to accents and case. */
  List<View> find(String query, Texts texts) {
    List<String> words = List.of(plain(query).strip().split("\\s+"));
    return file.instruments().stream()
        .map(instrument -> view(instrument, instrument.forms(), List.of(), texts))
        .filter(view -> words.stream().allMatch(plain(view.toString())::contains))
        .toList();
  }

  /**
   * Those that may fit what was ticked, best first.
   *
   * @param municipality whose by-laws to show; empty for all
   */
  List<View> fitting(
      List<String> forms, List<String> indicators, Optional<String> municipality, Texts texts) {
    return file.instruments().stream()
        .filter(instrument -> instrument.fit(forms, indicators) > 0)
        .sorted(
            Comparator.comparingInt((Instrument instrument) -> -instrument.fit(forms, indicators)))
        .map(
            instrument ->
                view(
                    instrument.in(municipality),
                    forms.stream().filter(instrument.forms()::contains).toList(),
                    indicators.stream().filter(instrument.indicators()::contains).toList(),
                    texts))
        .toList();
  }

  private View view(
      Instrument instrument, List<String> forms, List<String> indicators, Texts texts) {
    Texts dutch = desks.dutch();
    List<String> why = new ArrayList<>();
    indicators.forEach(
        indicator -> why.add(reportTexts.words(Question.INDICATORS, indicator, dutch)));
    if (indicators.isEmpty()) {
      forms.forEach(form -> why.add(reportTexts.words(Question.FORMS, form, dutch)));
    }
    return new View(
        instrument.id(),
        texts.get("instruments." + instrument.id()),
        texts.get("instruments." + instrument.id() + ".for"),
        texts.get("instruments.decides." + instrument.decides()),
        instrument.articles().stream()
            .map(
                article ->
                    new ArticleView(
                        article.text(),
                        article
                            .municipality()
                            .map(id -> reportTexts.municipality(id, texts))
                            .orElse("")))
            .toList(),
        why,
        replaced(instrument, texts),
        instrument.mayHitVictim().orElse(false) ? texts.get("instruments.may-hit-victim") : "");
  }

  private static String replaced(Instrument instrument, Texts texts) {
    String key = "instruments." + instrument.id() + ".replaced";
    return texts.has(key) ? texts.get(key) : "";
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
