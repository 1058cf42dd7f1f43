/**
 * Uitweg: a public site for victims and reporters ({@code site}), a desk for officers ({@code
 * desk}), what they share ({@code report}, {@code referral}, {@code dossier}, {@code figures}), the
 * background jobs ({@code jobs}), and the packages they build on ({@code audit}, {@code region},
 * {@code content}, {@code platform}).
 *
 * <p>Packages call only packages below them; the site and the desk do not depend on each other.
 * Each {@code package-info} declares with {@link nl.uitweg.architecture.MayCall} which packages its
 * package may call; {@code docs/architecture.md} shows the result.
 */
@NullMarked
package nl.uitweg;

import org.jspecify.annotations.NullMarked;
