/** The page with the figures that the municipalities publish. */
@NullMarked
package nl.uitweg.site.figures;

import org.jspecify.annotations.NullMarked;
