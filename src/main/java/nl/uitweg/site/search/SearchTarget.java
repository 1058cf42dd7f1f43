package nl.uitweg.site.search;

/**
 * Something that the search can find.
 *
 * @param id slug of a page, or id of an organisation
 */
public record SearchTarget(Kind kind, String id) {

  /** Whether it has a page of its own, or is a card on the page with organisations. */
  public enum Kind {
    PAGE,
    ORGANISATION
  }

  static SearchTarget page(String slug) {
    return new SearchTarget(Kind.PAGE, slug);
  }

  static SearchTarget organisation(String id) {
    return new SearchTarget(Kind.ORGANISATION, id);
  }

  /** Address below the language. */
  String address() {
    return kind == Kind.PAGE ? id : "organisations#" + id;
  }
}
