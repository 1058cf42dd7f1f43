/** The auditor's page: the events, and whether the chain is whole. */
@NullMarked
package nl.uitweg.desk.auditlog;

import org.jspecify.annotations.NullMarked;
