/**
 * Uitweg: a public site for victims and reporters ({@code site}), a desk for officers ({@code
 * desk}), the report between them ({@code report}, {@code referral}), what runs by itself ({@code
 * jobs}), and what they stand on ({@code audit}, {@code region}, {@code content}, {@code
 * platform}).
 *
 * <p>Calls go down only; the site and the desk never know each other. Each {@code package-info}
 * says with {@link nl.uitweg.architecture.MayCall} what its package may call; {@code
 * docs/architecture.md} shows all of it.
 */
@NullMarked
package nl.uitweg;

import org.jspecify.annotations.NullMarked;
