package nl.uitweg.site.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.content.OpeningState;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.i18n.Texts;

/**
 * View model of an organisation; the facts are in {@link Organisation}. First what a visitor can do
 * and must know before doing it, then what is folded.
 *
 * @param open whether it is certainly open
 * @param state whether it is open, or when it opens; empty when the hours are not known
 * @param hours the weekly hours; empty when they are not known, or when it is always open
 * @param description what it does, in one sentence
 * @param note a limit that the reader must know before contact; empty when there is none
 * @param actions at most two ways to reach it, the first one first
 * @param facts cost, anonymity and languages, as far as they are known
 * @param more the rest of the description; empty when there is none
 * @param rows the folded facts as label and value, in order
 * @param contacts the other ways to reach it
 * @param checked when the facts were compared with their sources
 */
record OrganisationCard(
    String id,
    String name,
    boolean open,
    String state,
    String hours,
    String description,
    String note,
    List<OrganisationActions.Action> actions,
    String facts,
    String more,
    List<Row> rows,
    List<OrganisationActions.Action> contacts,
    String checked) {

  record Row(String label, String value) {}

  static OrganisationCard of(Organisation organisation, Texts texts, Instant at) {
    Optional<Organisation.Hours> hours = organisation.hours();
    List<OrganisationActions.Action> actions = OrganisationActions.of(organisation, texts);
    OrganisationTexts.Description description =
        OrganisationTexts.splitDescription(organisation, texts);
    Optional<String> note = OrganisationTexts.note(organisation, texts);
    boolean noteFirst = actions.isEmpty() || isAuthority(organisation);
    return new OrganisationCard(
        organisation.id(),
        organisation.name(),
        hours.map(known -> OpeningState.of(known, at).isOpen()).orElse(false),
        hours.map(known -> OpeningHours.stateText(known, at, texts)).orElse(""),
        hours
            .filter(known -> !known.isAlwaysOpen())
            .map(known -> OpeningHours.text(known, texts))
            .orElse(""),
        description.first(),
        note.filter(text -> noteFirst).orElse(""),
        actions.stream().limit(OrganisationActions.SHOWN).toList(),
        facts(organisation, texts),
        description.rest(),
        rows(organisation, texts, note.filter(text -> !noteFirst)),
        actions.stream().skip(OrganisationActions.SHOWN).toList(),
        SourcesPages.checkedText(organisation, texts));
  }

  /** What contact with an authority may lead to must be known before it. */
  private static boolean isAuthority(Organisation organisation) {
    return organisation.kind() == Organisation.Kind.REPORT
        || organisation.kind() == Organisation.Kind.RESIDENCE;
  }

  private static String facts(Organisation organisation, Texts texts) {
    Stream<String> cost =
        organisation.phone().flatMap(phone -> OrganisationTexts.cost(phone, texts)).stream();
    Stream<String> free =
        organisation.free().stream().map(answer -> texts.get("directory.free." + answer.value()));
    Stream<String> anonymous =
        organisation.anonymous().stream()
            .map(answer -> texts.get("directory.anonymous." + answer.value()));
    return String.join(
        " · ",
        Stream.of(cost, free, anonymous, OrganisationTexts.languages(organisation, texts).stream())
            .flatMap(facts -> facts)
            .toList());
  }

  private static List<Row> rows(Organisation organisation, Texts texts, Optional<String> note) {
    List<Row> rows = new ArrayList<>();
    OrganisationTexts.audience(organisation, texts)
        .ifPresent(text -> rows.add(new Row(texts.get("directory.for"), text)));
    OrganisationTexts.hours(organisation, texts)
        .ifPresent(text -> rows.add(new Row(texts.get("directory.hours"), text)));
    note.ifPresent(text -> rows.add(new Row(texts.get("directory.note"), text)));
    return rows;
  }
}
