package nl.uitweg.desk.colleague;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Stores on which day an officer of a municipality was last at the desk. */
@Singleton
class ColleagueStore {

  private final EntityManager database;

  ColleagueStore(EntityManager database) {
    this.database = database;
  }

  /** The municipalities for which this officer is stored with this day. */
  List<String> seenOn(String name, LocalDate day) {
    List<?> municipalities =
        database
            .createNativeQuery(
                "select municipality from colleague where name = :name and seen_on = :day",
                String.class)
            .setParameter("name", name)
            .setParameter("day", day)
            .getResultList();
    return municipalities.stream().map(String.class::cast).toList();
  }

  void add(String municipality, String name, LocalDate day) {
    database
        .createNativeQuery(
            """
            insert into colleague (municipality, name, seen_on) values (:municipality, :name, :day)
            on conflict (municipality, name) do update set seen_on = excluded.seen_on
             where colleague.seen_on < excluded.seen_on""")
        .setParameter("municipality", municipality)
        .setParameter("name", name)
        .setParameter("day", day)
        .executeUpdate();
  }

  /** Forgets those who were last seen before this day, of the municipalities of the transaction. */
  void deleteSeenBefore(LocalDate day) {
    database
        .createNativeQuery("delete from colleague where seen_on < :day")
        .setParameter("day", day)
        .executeUpdate();
  }

  /** Names in alphabetical order. */
  List<String> of(String municipality, LocalDate since) {
    List<?> names =
        database
            .createNativeQuery(
                """
                select name from colleague
                 where municipality = :municipality and seen_on >= :since order by name""",
                String.class)
            .setParameter("municipality", municipality)
            .setParameter("since", since)
            .getResultList();
    return names.stream().map(String.class::cast).toList();
  }
}
