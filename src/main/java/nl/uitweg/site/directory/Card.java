package nl.uitweg.site.directory;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.uitweg.content.Organisation;
import nl.uitweg.content.file.Source;
import nl.uitweg.platform.i18n.Dates;
import nl.uitweg.platform.i18n.Language;
import nl.uitweg.platform.i18n.Texts;

/**
 * What a visitor reads about an organisation; the facts are in {@link Organisation}.
 *
 * @param dial digits for the telephone link, empty when there is no telephone
 * @param sites the chat or website to begin with, when there is no telephone
 * @param rows label and value, in order
 */
record Card(
    String id,
    String name,
    String what,
    String call,
    String dial,
    String cost,
    List<Contact> sites,
    List<Row> rows,
    List<Contact> contacts,
    List<Contact> sources,
    String checked) {

  record Row(String label, String value) {}

  /** A link with its label. */
  record Contact(String label, String text, URI href) {}

  static Card of(Organisation organisation, Texts texts) {
    String key = "organisations." + organisation.id() + ".";
    List<Row> rows = new ArrayList<>();
    addText(rows, texts, "directory.for", key + "for");
    organisation
        .hours()
        .ifPresent(hours -> rows.add(new Row(texts.get("directory.hours"), hours(hours, texts))));
    addText(rows, texts, "directory.hours", key + "hours");
    organisation.anonymous().ifPresent(a -> rows.add(answer(texts, "directory.anonymous", a)));
    organisation.free().ifPresent(a -> rows.add(answer(texts, "directory.free", a)));
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
    addText(rows, texts, "directory.note", key + "note");
    return new Card(
        organisation.id(),
        organisation.name(),
        texts.get(key + "what"),
        organisation.phone().map(Organisation.Phone::shown).orElse(""),
        organisation.phone().map(Organisation.Phone::dial).orElse(""),
        organisation.phone().map(phone -> texts.get("directory.cost." + phone.cost())).orElse(""),
        organisation.phone().isPresent() ? List.of() : sites(organisation, texts),
        rows,
        contacts(organisation, texts),
        sources(organisation, texts),
        texts.get("directory.checked", Dates.day(checkedSince(organisation), texts.language()))
            + "; "
            + texts.get("directory.confidence-" + surest(organisation)));
  }

  private static void addText(List<Row> rows, Texts texts, String label, String key) {
    if (texts.has(key)) {
      rows.add(new Row(texts.get(label), texts.get(key)));
    }
  }

  private static Row answer(Texts texts, String label, Organisation.Answer answer) {
    return new Row(texts.get(label), texts.get(label + "." + answer.value()));
  }

  private static List<Contact> sites(Organisation organisation, Texts texts) {
    Stream<Contact> chat =
        organisation.chat().stream()
            .map(c -> new Contact(texts.get("directory.chat"), c.url().getHost(), c.url()));
    Stream<Contact> website =
        organisation.website().stream()
            .map(w -> new Contact(texts.get("directory.website"), w.shown(), w.url()));
    return Stream.concat(chat, website).limit(1).toList();
  }

  private static List<Contact> contacts(Organisation organisation, Texts texts) {
    List<Contact> contacts = new ArrayList<>();
    organisation
        .otherPhone()
        .ifPresent(
            p ->
                contacts.add(
                    new Contact(
                        texts.get("directory.cost." + p.cost()),
                        p.shown(),
                        URI.create("tel:" + p.dial()))));
    organisation
        .website()
        .ifPresent(
            w -> contacts.add(new Contact(texts.get("directory.website"), w.shown(), w.url())));
    organisation
        .chat()
        .ifPresent(
            c ->
                contacts.add(new Contact(texts.get("directory.chat"), c.url().getHost(), c.url())));
    organisation
        .email()
        .ifPresent(
            e ->
                contacts.add(
                    new Contact(
                        texts.get("directory.email"),
                        e.address(),
                        URI.create("mailto:" + e.address()))));
    return contacts;
  }

  private static List<Contact> sources(Organisation organisation, Texts texts) {
    List<Contact> sources = new ArrayList<>();
    for (Source source : organisation.sources()) {
      sources.add(new Contact("", texts.get("directory.source", sources.size() + 1), source.url()));
    }
    return sources;
  }

  /** How sure we are of the telephone; without one, of the surest source. */
  private static String surest(Organisation organisation) {
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

  /** The oldest: what is shown was compared on that day or later. */
  private static LocalDate checkedSince(Organisation organisation) {
    return organisation.sources().stream()
        .map(Source::checked)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String hours(Organisation.Hours hours, Texts texts) {
    if (hours.isAlwaysOpen()) {
      return texts.get("directory.hours-always");
    }
    List<String> days =
        hours.days().stream().map(day -> Dates.weekday(day.day(), texts.language())).toList();
    return texts.get(
        "directory.hours-weekly",
        days.get(0),
        days.get(days.size() - 1),
        time(hours.from().orElseThrow()),
        time(hours.to().orElseThrow()));
  }

  private static String time(LocalTime time) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
  }
}
