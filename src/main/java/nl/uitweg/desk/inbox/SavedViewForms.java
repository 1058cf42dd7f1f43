package nl.uitweg.desk.inbox;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.uitweg.desk.colleague.Colleagues;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.desk.savedview.SavedView;
import nl.uitweg.desk.savedview.SavedViewName;
import nl.uitweg.desk.savedview.SavedViews;
import nl.uitweg.platform.i18n.Texts;

/** The links to the saved views of an officer, and the form that changes them. */
@Singleton
class SavedViewForms {

  private final SavedViews savedViews;
  private final Colleagues colleagues;

  SavedViewForms(SavedViews savedViews, Colleagues colleagues) {
    this.savedViews = savedViews;
    this.colleagues = colleagues;
  }

  /** A hidden field of the form. */
  record Field(String name, String value) {}

  /**
   * The form with which an officer saves the list that is shown, and renames or deletes saved
   * views.
   *
   * @param fields the filter of the list that is shown
   * @param names the names that a view can have
   * @param saved the views that the officer has
   */
  record Form(List<Field> fields, List<InboxForm.Option> names, List<InboxForm.Option> saved) {}

  /**
   * The links to the saved views. A view whose filter names what is no longer offered has none: it
   * would show something else than the officer saved.
   */
  List<InboxForm.ViewLink> links(InboxFilter shown, Officer officer, Texts texts) {
    Set<String> officers = officers(officer);
    List<InboxForm.ViewLink> links = new ArrayList<>();
    for (SavedView saved : savedViews.of(officer)) {
      InboxFilter filter = InboxFilter.ofStored(saved.filter(), shown.options());
      if (filter.isStorable(officers)) {
        links.add(
            new InboxForm.ViewLink(
                filter.url(), text(saved.name(), texts), "", filter.url().equals(shown.url())));
      }
    }
    return links;
  }

  /**
   * @param chosen key of the name that is chosen in the form; empty for none
   */
  Form form(InboxFilter shown, String chosen, Officer officer, Texts texts) {
    List<SavedView> saved = savedViews.of(officer);
    Set<SavedViewName> used = saved.stream().map(SavedView::name).collect(Collectors.toSet());
    return new Form(
        shown.parameters().entrySet().stream()
            .map(parameter -> new Field(parameter.getKey(), parameter.getValue()))
            .toList(),
        Stream.of(SavedViewName.values())
            .map(
                name ->
                    new InboxForm.Option(
                        name.key(),
                        used.contains(name)
                            ? texts.get("inbox.saved-used", text(name, texts))
                            : text(name, texts),
                        name.key().equals(chosen)))
            .toList(),
        saved.stream().map(view -> option(view, shown, officer, texts)).toList());
  }

  private InboxForm.Option option(SavedView view, InboxFilter shown, Officer officer, Texts texts) {
    InboxFilter filter = InboxFilter.ofStored(view.filter(), shown.options());
    String name = text(view.name(), texts);
    return new InboxForm.Option(
        view.name().key(),
        filter.isStorable(officers(officer)) ? name : texts.get("inbox.saved-outdated", name),
        filter.url().equals(shown.url()));
  }

  /** User names that a saved filter may contain: this officer and colleagues. */
  Set<String> officers(Officer officer) {
    Collection<String> known = colleagues.of(officer);
    Set<String> names = new LinkedHashSet<>(known);
    names.add(officer.name());
    return names;
  }

  static String text(SavedViewName name, Texts texts) {
    return texts.get("inbox.saved." + name.key());
  }
}
