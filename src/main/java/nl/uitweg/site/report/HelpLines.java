package nl.uitweg.site.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.uitweg.content.Content;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.report.content.ExploitationForm;
import nl.uitweg.report.content.Question;
import nl.uitweg.site.directory.OpeningHours;

/** The organisations that the confirmation names, with their facts from the content. */
@Singleton
class HelpLines {

  private static final String VEILIG_THUIS = "veilig-thuis";

  private final Content content;

  HelpLines(Content content) {
    this.content = content;
  }

  /**
   * An organisation that can be called.
   *
   * @param hours when it can be called; empty when that is not known
   */
  record HelpLine(String name, String number, String dial, String hours, String description) {}

  /**
   * Ids of the organisations that can help this reporter, or that advise about somebody else's
   * child; empty when there are none.
   */
  static List<String> forReporter(FormState state) {
    boolean child = state.chosen(Question.AGE, "child");
    if (!state.chosen(Question.ROLE, "self")) {
      return child ? List.of(VEILIG_THUIS) : List.of();
    }
    List<String> ids = new ArrayList<>();
    if (!child) {
      ids.add("comensha");
    }
    ids.add(VEILIG_THUIS);
    if (child) {
      ids.add("kindertelefoon");
    }
    if (state.chosen(Question.FORMS, ExploitationForm.SEXUAL.key())) {
      ids.add("centrum-seksueel-geweld");
    }
    return ids;
  }

  /** These organisations, without those that this installation does not have a number of. */
  List<HelpLine> of(List<String> ids, Texts texts) {
    return ids.stream()
        .map(content::organisation)
        .flatMap(Optional::stream)
        .flatMap(
            organisation ->
                organisation.phone().map(phone -> helpLine(organisation, phone, texts)).stream())
        .toList();
  }

  private static HelpLine helpLine(Organisation organisation, Phone phone, Texts texts) {
    return new HelpLine(
        organisation.name(),
        phone.displayNumber(),
        phone.dial(),
        organisation.hours().map(hours -> OpeningHours.text(hours, texts)).orElse(""),
        texts.get("organisations." + organisation.id() + ".what"));
  }
}
