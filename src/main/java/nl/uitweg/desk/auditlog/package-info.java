/** The page of the auditor: the events, and whether their chain is intact. */
@MayCall({"audit", "desk", "desk.officer", "desk.route", "platform.http", "platform.i18n"})
@NullMarked
package nl.uitweg.desk.auditlog;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
