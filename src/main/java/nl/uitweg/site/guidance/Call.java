package nl.uitweg.site.guidance;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.site.directory.ContactLines.ContactLine;

/**
 * A link that calls a telephone number.
 *
 * @param note what the call costs, and whether somebody answers now; empty when neither is known
 */
record Call(String name, String displayNumber, String dial, String note) {

  static Call of(String name, Phone phone, Texts texts) {
    return new Call(
        name, phone.displayNumber(), phone.dial(), texts.get("directory.cost." + phone.cost()));
  }

  static Call of(ContactLine line) {
    return new Call(
        line.name(),
        line.number(),
        line.dial(),
        Stream.of(line.state(), line.cost())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
  }
}
