package nl.uitweg.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import nl.uitweg.platform.sealing.Sealer;

/**
 * Sets the database role and the scope of a transaction at its start. PostgreSQL then returns only
 * the rows of that scope (row-level security), even when a query has no such condition. Role and
 * scope end with the transaction, so the next user of the connection does not inherit them. {@code
 * synchronous_commit} is switched on, so an acknowledged commit is on disk whatever the default of
 * the server. A statement waits for a lock for a limited time, because whoever knows the code of a
 * report can lock its row.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DatabaseAccess {

  private static final String LOCK_TIMEOUT = "5s";

  private final EntityManager database;

  DatabaseAccess(EntityManager database) {
    this.database = database;
  }

  /** Allows adding the report with this id. */
  public void asSenderOf(UUID report) {
    assumeRole("portal_public", "portal.report", report.toString());
  }

  /** Allows reading public data only. */
  public void asVisitor() {
    assumeRole("portal_public", "portal.lookup", "");
  }

  /** Allows reading and answering the conversation with this lookup id, 16 bytes. */
  public void asReporter(byte[] lookupId) {
    assumeRole("portal_public", "portal.lookup", HexFormat.of().formatHex(lookupId));
  }

  /**
   * Allows handling the reports of these municipalities, and reading and adding audit events.
   *
   * @param municipalities municipalities in the verified token; when empty, no reports are visible
   */
  public void asDesk(Collection<String> municipalities) {
    assumeRole("portal_backoffice", "portal.municipalities", String.join(",", municipalities));
  }

  /**
   * Allows handling the referrals to the care coordination, and reading and adding audit events. No
   * reports are visible.
   */
  public void asCareCoordination() {
    assumeRole("portal_backoffice", "portal.care", Sealer.CARE);
  }

  /**
   * Names the officer for whom the transaction acts. What belongs to one officer alone, such as a
   * saved view, is visible to no other.
   *
   * @param officer user name in the verified token
   */
  public void actFor(String officer) {
    database
        .createNativeQuery("select set_config('portal.officer', :officer, true)")
        .setParameter("officer", officer)
        .getSingleResult();
  }

  private void assumeRole(String role, String setting, String value) {
    database
        .createNativeQuery(
            """
            select set_config('role', :role, true),
              set_config(:setting, :value, true),
              set_config('synchronous_commit', 'on', true),
              set_config('lock_timeout', :lockTimeout, true)""")
        .setParameter("role", role)
        .setParameter("setting", setting)
        .setParameter("value", value)
        .setParameter("lockTimeout", LOCK_TIMEOUT)
        .getSingleResult();
  }
}
