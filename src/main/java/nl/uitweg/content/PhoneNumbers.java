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

  static Organisation.Phone of(String organisation) {
    return Arc.container().instance(Content.class).get().phone(organisation);
  }

  static RawString link(String organisation) {
    return new RawString(PhoneLink.html(of(organisation)));
  }
}
