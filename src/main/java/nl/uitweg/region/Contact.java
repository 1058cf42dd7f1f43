package nl.uitweg.region;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;

import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.file.Email;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.file.Website;

/**
 * How visitors reach a municipality.
 *
 * @param sources where the facts were found; at least one
 */
public record Contact(
    Optional<Phone> phone, Optional<Website> website, Optional<Email> email, List<Source> sources) {

  public Contact {
    sources = copyOrEmpty(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("'contact' has no source: name one in 'sources'");
    }
  }
}
