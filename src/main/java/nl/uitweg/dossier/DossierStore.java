package nl.uitweg.dossier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores and finds dossiers, in the caller's transaction. */
@ApplicationScoped
class DossierStore implements PanacheRepositoryBase<Dossier, UUID> {

  Optional<Dossier> find(UUID id, List<String> municipalities) {
    return find("id = ?1 and municipality in ?2", id, municipalities).firstResultOptional();
  }

  /** Deletes a dossier with its notes; its reports remain. */
  void remove(Dossier dossier) {
    delete(dossier);
  }

  /** Also locks the row until the transaction ends. */
  Optional<Dossier> findForUpdate(UUID id, List<String> municipalities) {
    return find("id = ?1 and municipality in ?2", id, municipalities)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<Dossier> findByNumber(DossierNumber number) {
    return find("number", number.value()).firstResultOptional();
  }

  /** The dossiers of these municipalities that were not merged, last changed first. */
  List<Dossier> list(List<String> municipalities, boolean closed, int limit) {
    return find(
            """
            municipality in ?1 and closed = ?2 and mergedInto is null
             order by changedAt desc, id""",
            municipalities,
            closed)
        .page(0, limit)
        .list();
  }

  /** The dossiers that were merged into this one, also by way of another, oldest merge first. */
  List<Dossier> mergedInto(UUID dossier) {
    List<?> ids =
        getEntityManager()
            .createNativeQuery(
                """
                with recursive merged as (
                  select id from dossier where merged_into = :dossier
                  union
                  select d.id from dossier d join merged m on d.merged_into = m.id)
                select id from merged""",
                UUID.class)
            .setParameter("dossier", dossier)
            .getResultList();
    return ids.isEmpty() ? List.of() : list("id in ?1 order by changedAt, id", ids);
  }
}
