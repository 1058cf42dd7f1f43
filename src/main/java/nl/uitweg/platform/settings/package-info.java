/** What kind of installation this is: its tiers, its address, where its exit leads. */
@MayCall
@NullMarked
package nl.uitweg.platform.settings;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
