package nl.uitweg.desk.dossier;

import java.util.List;

/** The page of one dossier. */
record DossierView(
    Header header,
    List<Row> rows,
    List<String> shared,
    List<String> retention,
    List<Note> notes,
    Acts acts) {

  /**
   * @param title a text that says that there is none, or that it cannot be decrypted, when that is
   *     so
   * @param kind what its reports have in common
   */
  record Header(
      String number, String title, String kind, String state, String municipality, Owner owner) {}

  /**
   * @param text how many reports the dossier has, since when it exists, and who has it
   * @param takeable whether this officer can take it
   */
  record Owner(String text, boolean takeable) {}

  /**
   * One report.
   *
   * @param forms forms of exploitation, in Dutch
   * @param retention what the dossier changes to the day of its purge; empty when nothing
   */
  record Row(
      String id,
      String href,
      String number,
      String forms,
      Summary summary,
      Status status,
      String day,
      String retention) {}

  /**
   * @param danger the words of danger that were found; empty when none were
   * @param unreadable text that says why the content cannot be decrypted; otherwise empty
   */
  record Summary(String text, String language, String danger, String unreadable) {}

  record Status(String text, boolean urgent, boolean closed) {}

  record Note(String author, String at, String text, boolean readable) {}

  /** An option of a list; {@code chosen} for the one that is selected. */
  record Option(String value, String text, boolean chosen) {}

  /**
   * What can be done.
   *
   * @param seen version of the dossier that the page shows
   * @param closed whether the dossier is closed
   * @param title the title of the dossier
   * @param splitTitle the title of the dossier that is split off
   * @param undo what can be undone, as text; empty when nothing can
   * @param merge other open dossiers of the municipality
   * @param colleagues names to whom the dossier can be given
   */
  record Acts(
      String path,
      String seen,
      boolean closed,
      String undo,
      Title title,
      Title splitTitle,
      List<Option> merge,
      List<String> colleagues) {}

  /** The title as stored or as entered, with the kinds to choose from. */
  record Title(String text, List<Option> kinds) {}
}
