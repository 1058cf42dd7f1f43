package nl.uitweg.desk.casefile.view;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.sealing.UnsealException;
import nl.uitweg.report.TranslatedPart;
import nl.uitweg.report.Translations;

/** Prepares the officers' translations of what the reporter wrote. */
@Singleton
class TranslationViews {

  private final Translations translations;

  TranslationViews(Translations translations) {
    this.translations = translations;
  }

  /** Gives the translation of each text of one report. */
  @FunctionalInterface
  interface Lookup {

    /**
     * @param language code of the language of the text; empty when unknown
     * @param name what officers call the text: a question in Dutch, or a message in the language of
     *     their screen
     */
    CaseFileView.Translation of(TranslatedPart part, String language, String name);
  }

  Lookup of(Reading reading) {
    Function<TranslatedPart, Optional<Translations.Translation>> find = find(reading);
    return (part, language, name) -> {
      if (language.equals(Language.DUTCH.code())) {
        return CaseFileView.Translation.NOT_NEEDED;
      }
      return find.apply(part)
          .map(translation -> view(part, name, translation, reading))
          .orElseGet(
              () ->
                  new CaseFileView.Translation(
                      part.key(), name, nameLanguage(part, reading), "", "", true));
    };
  }

  private Function<TranslatedPart, Optional<Translations.Translation>> find(Reading reading) {
    try {
      Map<String, Translations.Translation> kept =
          translations.of(reading.report(), reading.municipalities());
      kept.values().stream()
          .filter(translation -> !translation.readable())
          .forEach(ignored -> reading.addUnreadable("translation"));
      return part -> Optional.ofNullable(kept.get(part.key()));
    } catch (UnsealException e) {
      reading.addUnreadable("translations", e);
      return part -> Optional.of(Translations.Translation.UNREADABLE);
    }
  }

  private static CaseFileView.Translation view(
      TranslatedPart part, String name, Translations.Translation translation, Reading reading) {
    return new CaseFileView.Translation(
        part.key(),
        name,
        nameLanguage(part, reading),
        translation.text(),
        translation.readable() ? by(translation, reading) : "",
        translation.readable());
  }

  private static String nameLanguage(TranslatedPart part, Reading reading) {
    return part.message().isPresent() ? reading.texts().language().code() : Language.DUTCH.code();
  }

  private static String by(Translations.Translation translation, Reading reading) {
    Texts texts = reading.texts();
    String day = Dates.day(LocalDate.ofInstant(translation.at(), DutchTime.ZONE), texts.language());
    String translator = officer(translation.translator(), reading);
    boolean revisedByOther =
        !translation.reviser().isEmpty() && !translation.reviser().equals(translation.translator());
    return revisedByOther
        ? texts.get(
            "translation.by-revised", translator, officer(translation.reviser(), reading), day)
        : texts.get("translation.by", translator, day);
  }

  private static String officer(String name, Reading reading) {
    return name.equals(reading.officer().name()) ? reading.texts().get("translation.me") : name;
  }
}
