package nl.uitweg.site.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Languages;
import nl.uitweg.platform.i18n.Texts;

/** Builds the view model of the form that searches the organisations. */
@Singleton
class FinderViews {

  private final Languages languages;

  FinderViews(Languages languages) {
    this.languages = languages;
  }

  /**
   * An option of a drop-down list.
   *
   * @param value empty for "any"
   * @param lang language of the text when it is the name of a language; otherwise empty
   */
  record Option(String value, String text, boolean chosen, String lang) {}

  record SearchForm(
      List<Option> formsOfExploitation,
      List<Option> statuses,
      List<Option> languages,
      boolean minor,
      boolean anonymous,
      boolean openNow) {}

  SearchForm empty(Texts texts) {
    return of(
        new OrganisationFinder.Criteria(
            Optional.empty(), false, Optional.empty(), false, Optional.empty(), false),
        texts);
  }

  SearchForm of(OrganisationFinder.Criteria criteria, Texts texts) {
    List<Option> formsOfExploitation = new ArrayList<>();
    formsOfExploitation.add(
        new Option("", texts.get("directory.find-any"), criteria.form().isEmpty(), ""));
    for (String form : OrganisationFinder.FORMS) {
      formsOfExploitation.add(
          new Option(
              form,
              texts.get("indicators.form." + form),
              criteria.form().equals(Optional.of(form)),
              ""));
    }
    List<Option> statuses = new ArrayList<>();
    statuses.add(new Option("", texts.get("directory.find-any"), criteria.status().isEmpty(), ""));
    for (String status : OrganisationFinder.STATUSES) {
      statuses.add(
          new Option(
              status,
              texts.get("directory.find-" + status),
              criteria.status().equals(Optional.of(status)),
              ""));
    }
    List<Option> languageOptions = new ArrayList<>();
    languageOptions.add(
        new Option("", texts.get("directory.find-any"), criteria.language().isEmpty(), ""));
    for (Language language : languages.all()) {
      languageOptions.add(
          new Option(
              language.code(),
              language.endonym(),
              criteria.language().equals(Optional.of(language.code())),
              language.code()));
    }
    return new SearchForm(
        formsOfExploitation,
        statuses,
        languageOptions,
        criteria.minor(),
        criteria.anonymous(),
        criteria.openNow());
  }
}
