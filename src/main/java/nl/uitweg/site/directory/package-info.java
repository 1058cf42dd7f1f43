/** The organisations that help: who they are for and how to reach them. */
@NullMarked
package nl.uitweg.site.directory;

import org.jspecify.annotations.NullMarked;
