package nl.uitweg.desk.savedview;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.uitweg.desk.officer.Officer;

/** Saves, renames and deletes the views of an officer, in the caller's transaction. */
@Singleton
public class SavedViews {

  private final SavedViewStore store;

  SavedViews(SavedViewStore store) {
    this.store = store;
  }

  /** The views of this officer, in the order of {@link SavedViewName}. */
  public List<SavedView> of(Officer officer) {
    return store.all(officer.name()).stream()
        .sorted(Comparator.comparing(SavedView::name))
        .toList();
  }

  /** Saves a view; replaces the one that has its name. */
  public void save(Officer officer, SavedView view) {
    store.put(officer.name(), view);
  }

  /**
   * Gives a view another name; replaces the view that has that name.
   *
   * @return false when there is no view with the old name, or both names are the same
   */
  public boolean rename(Officer officer, SavedViewName from, SavedViewName to) {
    Optional<SavedView> view =
        of(officer).stream().filter(saved -> saved.name() == from).findFirst();
    if (from == to || view.isEmpty()) {
      return false;
    }
    store.put(officer.name(), new SavedView(to, view.get().filter()));
    return store.delete(officer.name(), from);
  }

  /** Returns whether there was a view with this name. */
  public boolean delete(Officer officer, SavedViewName name) {
    return store.delete(officer.name(), name);
  }
}
