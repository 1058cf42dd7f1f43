/** Reports that share an address, a telephone number, a number plate or a profile. */
@MayCall({"audit", "desk", "platform.i18n", "platform.persistence", "platform.sealing", "report"})
@NullMarked
package nl.uitweg.desk.related;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
