package nl.uitweg.backoffice;

import nl.uitweg.language.Texts;

/**
 * What every screen of the desk has around its content; made by {@link Desks}.
 *
 * @param token proves that a form came from this officer's own screen
 * @param demo whether to say that this is a demo
 */
public record Desk(
    Texts m, String title, Officer officer, String token, String stylesheet, boolean demo) {}
