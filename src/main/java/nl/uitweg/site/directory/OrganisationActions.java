package nl.uitweg.site.directory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.uitweg.content.Organisation;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.i18n.Texts;

/** The ways to reach an organisation, the most direct first. */
final class OrganisationActions {

  /** Number of actions that a card shows as buttons; the others are folded. */
  static final int SHOWN = 2;

  private OrganisationActions() {}

  /**
   * A way to reach an organisation.
   *
   * @param before text before the number or address, for example "Call "
   * @param target the number or address
   * @param after text after it
   */
  record Action(String before, String target, String after, URI href) {

    private static Action link(String label, String target, URI href) {
      return new Action(label + ": ", target, "", href);
    }
  }

  /** Telephone, chat, website, other telephone, e-mail; each address once. */
  static List<Action> of(Organisation organisation, Texts texts) {
    List<Action> actions = new ArrayList<>();
    organisation.phone().ifPresent(phone -> actions.add(call(phone, texts)));
    organisation
        .chat()
        .ifPresent(
            chat ->
                actions.add(
                    Action.link(texts.get("directory.chat"), host(chat.url()), chat.url())));
    organisation
        .website()
        .filter(website -> actions.stream().noneMatch(a -> a.href().equals(website.url())))
        .ifPresent(
            website -> actions.add(new Action("", website.displayText(), "", website.url())));
    organisation.otherPhone().ifPresent(phone -> actions.add(call(phone, texts)));
    organisation
        .email()
        .ifPresent(
            email ->
                actions.add(
                    new Action("", email.address(), "", URI.create("mailto:" + email.address()))));
    return actions;
  }

  private static Action call(Phone phone, Texts texts) {
    return new Action(
        texts.before("directory.call"),
        phone.displayNumber(),
        texts.after("directory.call"),
        URI.create("tel:" + phone.dial()));
  }

  private static String host(URI url) {
    return url.getHost().replaceFirst("^www\\.", "");
  }
}
