package nl.uitweg.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import nl.uitweg.platform.sealing.Sealer;

/**
 * Says at the start of a transaction what it is for. PostgreSQL then shows only the rows for that
 * (row-level security), also when a query forgets to ask; the settings end with the transaction, so
 * that the next user of the connection sees nothing. What is acknowledged is on the disk, whatever
 * the server's own default for {@code synchronous_commit}.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DatabaseAccess {

  private final EntityManager database;

  DatabaseAccess(EntityManager database) {
    this.database = database;
  }

  /** To add the report with this id. */
  public void sending(UUID report) {
    become("portal_public", "portal.report", report.toString());
  }

  /** To see what is for everyone. */
  public void visitor() {
    become("portal_public", "portal.lookup", "");
  }

  /** To see and answer the conversation with this lookup id, 16 bytes. */
  public void reporter(byte[] lookupId) {
    become("portal_public", "portal.lookup", HexFormat.of().formatHex(lookupId));
  }

  /**
   * @param municipalities from the verified token; none sees no reports, but may read and add to
   *     the audit
   */
  public void desk(Collection<String> municipalities) {
    become("portal_backoffice", "portal.municipalities", String.join(",", municipalities));
  }

  /** To see what was referred to the care coordination, and nothing else. */
  public void care() {
    become("portal_backoffice", "portal.care", Sealer.CARE);
  }

  private void become(String role, String setting, String value) {
    database
        .createNativeQuery(
            "select set_config('role', ?1, true), set_config(?2, ?3, true),"
                + " set_config('synchronous_commit', 'on', true)")
        .setParameter(1, role)
        .setParameter(2, setting)
        .setParameter(3, value)
        .getSingleResult();
  }
}
