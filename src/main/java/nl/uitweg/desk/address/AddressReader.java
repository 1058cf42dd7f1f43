package nl.uitweg.desk.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the addresses of one text: at every number, a street before it or else after it. */
final class AddressReader {

  /** Number of tokens between a street and its number: a place, a postcode, "op nummer". */
  private static final int MAX_BETWEEN = 7;

  /** Number of tokens between an address and its postcode, or the place that makes it evident. */
  private static final int MAX_TO_POSTCODE = 6;

  private static final String BETWEEN = ",:()/#№°،–—-\n";
  private static final String APOSTROPHES = "'’‘`´ʼ";

  /** "Om 12 Hogeweg" is a time and a street. */
  private static final Set<String> BEFORE_TIME =
      Set.of("om", "um", "rond", "tot", "sinds", "vanaf");

  private final Passage text;

  AddressReader(Passage text) {
    this.text = text;
  }

  /**
   * What stands before a number.
   *
   * @param end the token after the street, if there is one
   * @param marked whether a word such as "nummer" is in between
   * @param adjacent whether nothing else is
   */
  private record Gap(
      int end, boolean marked, boolean adjacent, Optional<Passage.Postcode> postcode) {}

  List<AddressReading> read(int limit) {
    List<AddressReading> readings = new ArrayList<>();
    int i = 0;
    while (i < text.size() && readings.size() < limit) {
      Gap gap = gapBefore(i);
      Optional<HouseNumbers.Reading> number = HouseNumbers.at(text, i, gap.marked());
      Optional<AddressReading> reading =
          number.isEmpty() ? Optional.empty() : at(i, gap, number.get());
      reading.ifPresent(readings::add);
      i = reading.isPresent() ? Math.max(i + 1, number.get().to()) : i + 1;
    }
    return readings;
  }

  private Optional<AddressReading> at(int i, Gap gap, HouseNumbers.Reading number) {
    boolean ended = text.endsAt(number.to());
    boolean evident = gap.marked() || isPlaceNear(i, number.to());
    Optional<StreetReader.Reading> street =
        StreetReader.endingAt(text, gap.end(), evident && (gap.marked() || gap.adjacent()), ended)
            .filter(found -> gap.marked() || gap.adjacent() || found.typed());
    boolean time = !gap.marked() && text.isOneOf(i - 1, BEFORE_TIME);
    if (street.isEmpty() && !time && (text.isNumber(i) || gap.marked())) {
      street = after(number.to(), gap.marked());
    }
    if (street.isPresent()) {
      int from = Math.min(i, street.get().from());
      int to = Math.max(number.to(), street.get().to());
      return Optional.of(
          new AddressReading(from, to, street, postcodeNear(from, to), number.number()));
    }
    Optional<Passage.Postcode> postcode =
        text.isNumber(i) ? gap.postcode().or(() -> postcodeAfter(number.to())) : Optional.empty();
    return postcode.map(
        found ->
            new AddressReading(
                Math.min(i, found.from()),
                Math.max(number.to(), found.to()),
                Optional.empty(),
                postcode,
                number.number()));
  }

  private Gap gapBefore(int number) {
    int i = number - 1;
    boolean marked = false;
    boolean afterPlace = false;
    Optional<Passage.Postcode> postcode = Optional.empty();
    for (int count = 0; count < MAX_BETWEEN && i >= 0; count++) {
      Optional<Places.Mention> place = text.mentionAt(i);
      Optional<Passage.Postcode> passed = text.postcodeAt(i);
      boolean marker = text.isOneOf(i, Vocabulary.NUMBER_MARKERS);
      if (place.isPresent()) {
        i = place.get().from();
      } else if (passed.isPresent()) {
        postcode = passed;
        i = passed.get().from();
      } else if (!marker && !isBetween(i, marked, afterPlace)) {
        break;
      }
      marked |= marker || text.isSign(i, "#№");
      afterPlace = place.isPresent();
      i--;
    }
    return new Gap(i + 1, marked, i + 1 == number, postcode);
  }

  private boolean isBetween(int i, boolean marked, boolean afterPlace) {
    if (text.isSign(i, ".")) {
      return marked || text.isOneOf(i - 1, Vocabulary.NUMBER_MARKERS);
    }
    return text.isSign(i, BETWEEN)
        || (marked && text.isOneOf(i, Vocabulary.BEFORE_MARKER))
        || (afterPlace && text.isOneOf(i, Vocabulary.BEFORE_PLACE))
        || (text.isOneOf(i, Vocabulary.SUFFIXES) && isAfterApostrophe(i));
  }

  private boolean isAfterApostrophe(int i) {
    int start = text.at(i).start();
    return start > 0 && APOSTROPHES.indexOf(text.text().charAt(start - 1)) >= 0;
  }

  /** Whether a place or a postcode is named close to a number. */
  private boolean isPlaceNear(int number, int to) {
    for (int i = Math.max(0, number - MAX_TO_POSTCODE); i < Math.min(text.size(), to + 3); i++) {
      if (text.isElsewhere(i)) {
        return true;
      }
    }
    return false;
  }

  /** A street after its number: "12 Hogeweg", "nummer 12 op de Hogeweg". */
  private Optional<StreetReader.Reading> after(int afterNumber, boolean marked) {
    boolean comma = text.isSign(afterNumber, ",") && (marked || text.where());
    int i = comma ? afterNumber + 1 : afterNumber;
    int skipped = 0;
    while (skipped++ < MAX_BETWEEN
        && (text.isOneOf(i, Vocabulary.NUMBER_MARKERS)
            || text.isOneOf(i, marked ? Vocabulary.AFTER_NUMBER : Vocabulary.ARTICLES)
            || (skipped > 1 && text.isSign(i, ".")))) {
      i++;
    }
    return StreetReader.startingAt(text, i, marked).filter(street -> !hasOwnNumber(street.to()));
  }

  private boolean hasOwnNumber(int afterStreet) {
    int i = afterStreet;
    while (text.isSign(i, ",.#№") || text.isOneOf(i, Vocabulary.NUMBER_MARKERS)) {
      i++;
    }
    return i < text.size() && HouseNumbers.at(text, i, false).isPresent();
  }

  private Optional<Passage.Postcode> postcodeNear(int from, int to) {
    return text.postcodes().stream()
        .filter(
            postcode ->
                postcode.to() > from - MAX_TO_POSTCODE && postcode.from() < to + MAX_TO_POSTCODE)
        .findFirst();
  }

  /** A postcode directly after a number, or after a comma. */
  private Optional<Passage.Postcode> postcodeAfter(int to) {
    int i = to;
    while (text.isSign(i, ",،\n")) {
      i++;
    }
    return text.postcodeAt(i);
  }
}
