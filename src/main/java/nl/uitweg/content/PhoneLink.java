package nl.uitweg.content;

/**
 * The link that dials a telephone number, in guidance and templates alike. A number contains
 * nothing that has to be escaped ({@link Organisation.Phone}).
 */
final class PhoneLink {

  private PhoneLink() {}

  static String html(Organisation.Phone phone) {
    return "<a class=\"utrecht-link phone\" dir=\"ltr\" href=\"tel:%s\">%s</a>"
        .formatted(phone.dial(), phone.displayNumber());
  }
}
