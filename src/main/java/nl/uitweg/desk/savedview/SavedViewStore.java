package nl.uitweg.desk.savedview;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/**
 * Stores saved views, in the caller's transaction. Row-level security limits every statement to the
 * officer for whom the transaction acts.
 */
@Singleton
class SavedViewStore {

  private final EntityManager database;

  SavedViewStore(EntityManager database) {
    this.database = database;
  }

  /** The views of the officer, in no particular order; a name of a later version is left out. */
  List<SavedView> all(String officer) {
    List<?> rows =
        database
            .createNativeQuery(
                "select name, filter from saved_view where officer = :officer", Tuple.class)
            .setParameter("officer", officer)
            .getResultList();
    return rows.stream().map(Tuple.class::cast).flatMap(row -> view(row).stream()).toList();
  }

  private static Optional<SavedView> view(Tuple row) {
    return SavedViewName.ofKey(row.get("name", String.class))
        .map(name -> new SavedView(name, row.get("filter", String.class)));
  }

  /** Stores a view; replaces the one with its name. */
  void put(String officer, SavedView view) {
    database
        .createNativeQuery(
            """
            insert into saved_view (officer, name, filter) values (:officer, :name, :filter)
            on conflict (officer, name) do update set filter = excluded.filter""")
        .setParameter("officer", officer)
        .setParameter("name", view.name().key())
        .setParameter("filter", view.filter())
        .executeUpdate();
  }

  /** Returns whether there was a view with this name. */
  boolean delete(String officer, SavedViewName name) {
    return database
            .createNativeQuery("delete from saved_view where officer = :officer and name = :name")
            .setParameter("officer", officer)
            .setParameter("name", name.key())
            .executeUpdate()
        > 0;
  }
}
