/**
 * Settings of the installation as a whole: its tiers, its public address, the target of "leave this
 * site".
 */
@MayCall
@NullMarked
package nl.uitweg.platform.settings;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
