package nl.uitweg.content;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/**
 * Template extension: {@code phone:of('police')} is the telephone number of an organisation, and
 * {@code phone:link('police')} a link that dials it. Templates contain no numbers themselves.
 */
@TemplateExtension(namespace = "phone")
final class PhoneNumbers {

  private PhoneNumbers() {}

  static Organisation.Phone of(String organisationId) {
    return Arc.container().instance(Content.class).get().phone(organisationId);
  }

  static RawString link(String organisationId) {
    return new RawString(PhoneLink.html(of(organisationId)));
  }
}
