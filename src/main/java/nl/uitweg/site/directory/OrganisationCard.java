package nl.uitweg.site.directory;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;

/**
 * View model of an organisation; the facts are in {@link Organisation}.
 *
 * @param phone the telephone number as shown; empty when there is none
 * @param dial the telephone number for the {@code tel:} link; empty when there is none
 * @param primaryContacts the chat or website that is shown first when there is no telephone number
 * @param rows facts as label and value, in order
 * @param checked text with the day of the oldest check of the sources, and the confidence in the
 *     facts
 */
record OrganisationCard(
    String id,
    String name,
    String description,
    String phone,
    String dial,
    String cost,
    List<Link> primaryContacts,
    List<Row> rows,
    List<Link> contacts,
    List<Link> sources,
    String checked) {

  record Row(String label, String value) {}

  /**
   * A link.
   *
   * @param label what the link is, for example "website"; empty for a source
   */
  record Link(String label, String text, URI href) {}

  static OrganisationCard of(Organisation organisation, Texts texts) {
    List<Row> rows = new ArrayList<>();
    addText(rows, texts, "directory.for", OrganisationTexts.audience(organisation, texts));
    organisation
        .hours()
        .ifPresent(
            hours ->
                rows.add(new Row(texts.get("directory.hours"), OpeningHours.text(hours, texts))));
    addText(rows, texts, "directory.hours", OrganisationTexts.hours(organisation, texts));
    organisation
        .anonymous()
        .ifPresent(answer -> rows.add(answerRow(texts, "directory.anonymous", answer)));
    organisation.free().ifPresent(answer -> rows.add(answerRow(texts, "directory.free", answer)));
    if (!organisation.languages().isEmpty()) {
      rows.add(
          new Row(
              texts.get("directory.languages"),
              String.join(
                  ", ",
                  organisation.languages().stream()
                      .map(code -> new Language(code).endonym())
                      .toList())));
    }
    addText(rows, texts, "directory.note", OrganisationTexts.note(organisation, texts));
    return new OrganisationCard(
        organisation.id(),
        organisation.name(),
        OrganisationTexts.description(organisation, texts),
        organisation.phone().map(Phone::displayNumber).orElse(""),
        organisation.phone().map(Phone::dial).orElse(""),
        organisation.phone().map(phone -> texts.get("directory.cost." + phone.cost())).orElse(""),
        organisation.phone().isPresent() ? List.of() : primaryContacts(organisation, texts),
        rows,
        contacts(organisation, texts),
        sources(organisation, texts),
        texts.get("directory.checked", Dates.day(oldestCheck(organisation), texts.language()))
            + "; "
            + texts.get("directory.confidence-" + confidence(organisation)));
  }

  private static void addText(List<Row> rows, Texts texts, String label, Optional<String> text) {
    text.ifPresent(present -> rows.add(new Row(texts.get(label), present)));
  }

  private static Row answerRow(Texts texts, String label, Organisation.Answer answer) {
    return new Row(texts.get(label), texts.get(label + "." + answer.value()));
  }

  private static List<Link> primaryContacts(Organisation organisation, Texts texts) {
    Stream<Link> chats =
        organisation.chat().stream()
            .map(chat -> new Link(texts.get("directory.chat"), chat.url().getHost(), chat.url()));
    Stream<Link> websites =
        organisation.website().stream()
            .map(
                website ->
                    new Link(texts.get("directory.website"), website.displayText(), website.url()));
    return Stream.concat(chats, websites).limit(1).toList();
  }

  private static List<Link> contacts(Organisation organisation, Texts texts) {
    List<Link> contacts = new ArrayList<>();
    organisation
        .otherPhone()
        .ifPresent(
            phone ->
                contacts.add(
                    new Link(
                        texts.get("directory.cost." + phone.cost()),
                        phone.displayNumber(),
                        URI.create("tel:" + phone.dial()))));
    organisation
        .website()
        .ifPresent(
            website ->
                contacts.add(
                    new Link(
                        texts.get("directory.website"), website.displayText(), website.url())));
    organisation
        .chat()
        .ifPresent(
            chat ->
                contacts.add(
                    new Link(texts.get("directory.chat"), chat.url().getHost(), chat.url())));
    organisation
        .email()
        .ifPresent(
            email ->
                contacts.add(
                    new Link(
                        texts.get("directory.email"),
                        email.address(),
                        URI.create("mailto:" + email.address()))));
    return contacts;
  }

  private static List<Link> sources(Organisation organisation, Texts texts) {
    List<Link> sources = new ArrayList<>();
    for (Source source : organisation.sources()) {
      sources.add(new Link("", texts.get("directory.source", sources.size() + 1), source.url()));
    }
    return sources;
  }

  /** Confidence in the telephone number; without a number, the highest confidence of a source. */
  private static String confidence(Organisation organisation) {
    return organisation
        .phone()
        .map(phone -> phone.confidence().name())
        .orElseGet(
            () ->
                organisation.sources().stream()
                    .map(source -> source.confidence().name())
                    .min(Comparator.naturalOrder())
                    .orElseThrow());
  }

  /** Day of the oldest check of the sources; every fact was checked on this day or later. */
  private static LocalDate oldestCheck(Organisation organisation) {
    return organisation.sources().stream()
        .map(Source::checked)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
