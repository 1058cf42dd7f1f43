package nl.uitweg.desk.savedview;

/**
 * A view that an officer saved.
 *
 * @param filter view, filter and order of the inbox as {@code key=value} pairs with {@code &}
 *     between them; the database accepts known keys only, and values without spaces
 */
public record SavedView(SavedViewName name, String filter) {}
