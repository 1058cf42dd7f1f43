/**
 * Uitweg: a public site for victims and reporters ({@code site}), a desk for officers ({@code
 * desk}), the report between them ({@code report}, {@code referral}), what runs by itself ({@code
 * jobs}), and what they stand on ({@code audit}, {@code region}, {@code content}, {@code
 * platform}).
 *
 * <p>Arrows point down only; the site and the desk never know each other. Which package may call
 * which is held by {@code ArchitectureTest}.
 */
@NullMarked
package nl.uitweg;

import org.jspecify.annotations.NullMarked;
