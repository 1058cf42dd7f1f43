package nl.uitweg.content;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import nl.uitweg.platform.file.Phone;

/**
 * Template extension: {@code phone:of('police')} is the telephone number of an organisation, and
 * {@code phone:link('police')} a link that dials it. Templates contain no numbers themselves.
 */
@TemplateExtension(namespace = "phone")
final class PhoneNumbers {

  private PhoneNumbers() {}

  static Phone of(String organisationId) {
    return Arc.container().instance(Content.class).get().phone(organisationId);
  }

  /** The link that the mark {@code {tel:…}} renders. */
  static RenderedMarkdown link(String organisationId) {
    return new RenderedMarkdown(PhoneLink.html(of(organisationId)));
  }
}
