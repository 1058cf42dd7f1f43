/**
 * What editors write in {@code content/}, read once into immutable records; broken content stops
 * start-up.
 */
@NullMarked
package nl.uitweg.content;

import org.jspecify.annotations.NullMarked;
