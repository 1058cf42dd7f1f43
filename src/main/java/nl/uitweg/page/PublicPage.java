package nl.uitweg.page;

import java.util.function.Supplier;
import nl.uitweg.language.Language;

/**
 * A page rendered once at start-up and served from memory.
 *
 * @param slug path below the language; empty for home; the same in every language
 * @param html renders the whole document
 */
public record PublicPage(Language language, String slug, boolean listed, Supplier<String> html) {}
