package nl.uitweg.content;

import nl.uitweg.platform.file.Phone;

/**
 * The link that dials a telephone number, for guidance and templates. A number needs no escaping,
 * because {@link Phone} validates it.
 */
final class PhoneLink {

  private PhoneLink() {}

  static String html(Phone phone) {
    return "<a class=\"utrecht-link phone\" dir=\"ltr\" href=\"tel:%s\">%s</a>"
        .formatted(phone.dial(), phone.displayNumber());
  }
}
