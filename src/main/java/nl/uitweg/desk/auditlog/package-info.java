/** The auditor's page: the events, and whether the chain is whole. */
@MayCall({"audit", "desk", "desk.officer", "platform.i18n", "platform.persistence"})
@NullMarked
package nl.uitweg.desk.auditlog;

import nl.uitweg.architecture.MayCall;
import org.jspecify.annotations.NullMarked;
