/**
 * The pages of the auditor: the events, whether their chain is intact, and what each role can see.
 */
@MayCall({"audit", "desk", "desk.officer", "desk.route", "platform.http", "platform.i18n"})
@NullMarked
package nl.uitweg.desk.auditlog;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
