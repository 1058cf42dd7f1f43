package nl.uitweg.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Reads and adds the files of referrals, in the caller's transaction. The sealed content of a file
 * is read and written by SQL, because the entity has no such field: listing files must not read it.
 */
@ApplicationScoped
class ReferralFileStore implements PanacheRepositoryBase<ReferralFile, UUID> {

  /** The files of a referral, in the order in which they were chosen. */
  List<ReferralFile> of(UUID referral) {
    return list("referralId = ?1 order by position", referral);
  }

  /** The position of the next file of a referral, counted from 1. */
  int nextPosition(UUID referral) {
    return Math.toIntExact(count("referralId", referral)) + 1;
  }

  /** Adds a file with its sealed content. */
  void add(ReferralFile file, byte[] sealedContent) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into referral_file (id, referral_id, position, sealed, content)
            values (:id, :referral, :position, :sealed, :content)""")
        .setParameter("id", file.id)
        .setParameter("referral", file.referralId)
        .setParameter("position", file.position)
        .setParameter("sealed", file.sealed)
        .setParameter("content", sealedContent)
        .executeUpdate();
  }

  /** The sealed content of a file. */
  byte[] sealedContent(UUID file) {
    return (byte[])
        getEntityManager()
            .createNativeQuery("select content from referral_file where id = :id", byte[].class)
            .setParameter("id", file)
            .getSingleResult();
  }
}
