package nl.uitweg.site.directory;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.uitweg.content.Content;
import nl.uitweg.content.OpeningState;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Texts;
import nl.uitweg.platform.page.TimeState;

/**
 * Organisations that can be called, each with whether somebody answers now; for pages that name a
 * few of them. A stored page that shows these lines is a {@code PublicPage.timed} with {@link
 * #timeState}.
 */
@Singleton
public class ContactLines {

  private final Content content;

  ContactLines(Content content) {
    this.content = content;
  }

  /**
   * An organisation that can be called.
   *
   * @param cost what a call costs; empty when that is not known
   * @param open whether it is certainly open
   * @param state whether it is open, or when it opens; empty when the hours are not known
   * @param hours its weekly hours; empty when they are not known, or when it is always open
   */
  public record ContactLine(
      String id,
      String name,
      String number,
      String dial,
      String cost,
      boolean open,
      String state,
      String hours,
      String description) {}

  /**
   * These organisations as they are at a moment, without those that this installation does not have
   * a number of.
   *
   * @param ids of {@code organisations.yaml}
   */
  public List<ContactLine> of(List<String> ids, Texts texts, Instant at) {
    return organisations(ids).stream()
        .flatMap(
            organisation ->
                organisation.phone().map(phone -> line(organisation, phone, texts, at)).stream())
        .toList();
  }

  /** What a page with these lines shows at a moment. */
  public TimeState timeState(List<String> ids, Instant at) {
    return OpeningHours.timeState(organisations(ids), at);
  }

  private List<Organisation> organisations(List<String> ids) {
    return ids.stream().map(content::organisation).flatMap(Optional::stream).toList();
  }

  private static ContactLine line(Organisation organisation, Phone phone, Texts texts, Instant at) {
    Optional<Organisation.Hours> hours = organisation.hours();
    return new ContactLine(
        organisation.id(),
        organisation.name(),
        phone.displayNumber(),
        phone.dial(),
        OrganisationTexts.cost(phone, texts).orElse(""),
        hours.map(known -> OpeningState.of(known, at).isOpen()).orElse(false),
        hours.map(known -> OpeningHours.stateText(known, at, texts)).orElse(""),
        hours
            .filter(known -> !known.isAlwaysOpen())
            .map(known -> OpeningHours.text(known, texts))
            .orElse(""),
        OrganisationTexts.description(organisation, texts));
  }
}
