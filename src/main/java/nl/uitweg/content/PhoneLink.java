package nl.uitweg.content;

/**
 * The link that dials a telephone number, for guidance and templates. A number needs no escaping,
 * because {@link Organisation.Phone} validates it.
 */
final class PhoneLink {

  private PhoneLink() {}

  static String html(Organisation.Phone phone) {
    return "<a class=\"utrecht-link phone\" dir=\"ltr\" href=\"tel:%s\">%s</a>"
        .formatted(phone.dial(), phone.displayNumber());
  }
}
