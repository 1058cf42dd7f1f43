/** The guide for officers: how to work with reports, with pictures of the screens. */
@MayCall({"desk", "desk.officer", "desk.route", "platform.http", "platform.i18n"})
@NullMarked
package nl.uitweg.desk.guide;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
